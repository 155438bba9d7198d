namespace Baton.Language.Tests;

public sealed class LogisticTrainerTests
{
    [Theory]
    [InlineData("two plums please", true)]
    [InlineData("a chery", true)]
    [InlineData("my drills", false)]
    [InlineData("HAMMER!!", false)]
    public void What_was_learned_holds_for_other_sentences_and_typos(string text, bool isFruit) =>
        Assert.Equal(isFruit, ToyTask.Score(ToyTask.Train(), text) > 0.5);

    [Fact]
    public void The_same_examples_and_seed_give_the_same_model_to_the_last_bit()
    {
        var first = ToyTask.Train();
        var second = ToyTask.Train();

        Assert.Equal(first.Weights, second.Weights);
        Assert.Equal(first.Bias, second.Bias);
    }

    [Fact]
    public void Several_classes_get_probabilities_that_add_up_to_one()
    {
        string[] words = ["red", "green", "blue"];
        var examples = words.SelectMany((word, label) => new[] { new TrainingExample(ToyTask.Vector(word), label), new TrainingExample(ToyTask.Vector("the " + word), label) }).ToList();
        var model = LogisticTrainer.Train(words, examples, new LogisticOptions(ToyTask.Buckets));
        var vector = ToyTask.Vector("so green");
        var scores = new float[3];
        model.Score(vector.Indexes, vector.Values, scores);
        Logistic.Softmax(scores);

        Assert.Equal(1, scores.Sum(), 1e-5);
        Assert.Equal(1, Array.IndexOf(scores, scores.Max()));
    }

    [Fact]
    public void Reading_a_message_leaves_no_garbage()
    {
        var model = ToyTask.Train();
        var tokens = new TokenBuffer();
        var features = new FeatureBuffer();
        var scores = new float[1];
        var options = new TextFeatureOptions('t');
        void Read()
        {
            features.Clear();
            tokens.Read("Würden Sie mir bitte sagen, wo mein Paket ist?! I don't know 😡 12345 我的订单在哪里");
            TextFeatures.Add(tokens, options, ToyTask.Buckets, features);
            model.Score(features.Indexes, features.Values, scores);
        }

        Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
            Read();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
