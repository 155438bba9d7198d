namespace Baton.Language.Tests;

public sealed class EmbeddedInterpreterTests
{
    [Theory]
    [InlineData("hi, where is my parcel?", "where-is-my-order")]
    [InlineData("Hello! I hope you are well. I bought a jacket two weeks ago and it looks lovely. But could you please send me the invoice?", "send-invoice")]
    [InlineData("pls cancl my oder", "cancel-order")]
    [InlineData("I have moved house, please send the order to my new adress", "change-address")]
    [InlineData("the boots dont fit, i want to send them back", "return-or-exchange")]
    [InlineData("i want my mony back", "refund")]
    [InlineData("any news on my delivery?", "where-is-my-order")]
    [InlineData("Wo ist mein Paket?", "where-is-my-order")]
    [InlineData("Ich möchte meine Bestellung stornieren", "cancel-order")]
    [InlineData("Necesito la factura de mi pedido", "send-invoice")]
    [InlineData("Où est mon colis ?", "where-is-my-order")]
    [InlineData("我想取消订单", "cancel-order")]
    [InlineData("请把发票发给我", "send-invoice")]
    public void A_wish_starts_its_procedure(string text, string procedure) =>
        Assert.Equal([procedure], Customer.Writes(text).Commands.OfType<StartProcedure>().Select(command => command.Procedure));

    [Theory]
    [InlineData("what's the weather like in Berlin?")]
    [InlineData("tell me a joke")]
    [InlineData("hello")]
    [InlineData("thanks a lot!")]
    [InlineData("do you have jobs?")]
    [InlineData("my cat is sick today")]
    [InlineData("who is the president of the United States")]
    [InlineData("yes")]
    [InlineData("ok")]
    [InlineData("asdkjh qweoiu")]
    [InlineData("你好")]
    [InlineData("Guten Tag")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?")]
    public void What_is_none_of_the_procedures_starts_none(string text) =>
        Assert.DoesNotContain(Customer.Writes(text).Commands, command => command is StartProcedure);
}
