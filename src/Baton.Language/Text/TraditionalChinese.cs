namespace Baton.Language;

/// <summary>Writes the traditional characters that occur in service talk in their simplified form, so that one set of cues serves both.</summary>
internal static class TraditionalChinese
{
    private const string Traditional = "們個來這說請問訂單轉員務電話貨還買賣錢發換給對嗎沒時間後從開關聯繫處經過為麼東藍綠紅黃銀舊題謝幫讓該確認動總實際複雜連絡網頁號碼貴費報應當專業體驗難氣極腦爛講歡樂無點終於廢變週較藉計劃遲損壞丟異質態調評價誤錯愛憂慮擔讚滿區縣鄉鎮樓廳臺灣廣龍門內裡兩幾隻頭見聽談詢覆復檢視";
    private const string Simplified = "们个来这说请问订单转员务电话货还买卖钱发换给对吗没时间后从开关联系处经过为么东蓝绿红黄银旧题谢帮让该确认动总实际复杂连络网页号码贵费报应当专业体验难气极脑烂讲欢乐无点终于废变周较借计划迟损坏丢异质态调评价误错爱忧虑担赞满区县乡镇楼厅台湾广龙门内里两几只头见听谈询复复检视";
    private static readonly Dictionary<char, char> _map = Build();

    public static char Simplify(char character) =>
        character >= '\u4E00' && _map.TryGetValue(character, out var simplified) ? simplified : character;

    private static Dictionary<char, char> Build()
    {
        var map = new Dictionary<char, char>();
        for (var index = 0; index < Traditional.Length; index++)
        {
            if (Traditional[index] != Simplified[index])
                map[Traditional[index]] = Simplified[index];
        }

        return map;
    }
}
