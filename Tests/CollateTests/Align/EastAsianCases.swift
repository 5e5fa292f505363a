@testable import Collate

extension TextCase {
  /// Chinese, Japanese, Korean: a character is a word.
  static let eastAsian = [
    TextCase(
      "variant characters and a particle left out", isUnspaced: true,
      """
      A  子 曰 學 而 時 習 之 不 亦 說 乎 有 朋 自 遠 方 來 不 亦 樂 乎
      B  子 曰 学 而 時 習 之 不 亦 悅 乎 有 朋 自 遠 方 来 不 亦 樂 乎
      C  子 曰 學 而 時 習 -  不 亦 説 乎 -  朋 自 遠 方 來 不 亦 樂 乎
      """),
    TextCase(
      "particles at the ends of clauses", isUnspaced: true,
      """
      A  道 可 道 -  非 常 道 -  名 可 名 -  非 常 名 -  無 名 天 地 之 始 -  有 名 萬 物 之 母 -
      B  道 可 道 也 非 恒 道 也 名 可 名 也 非 恒 名 也 無 名 萬 物 之 始 也 有 名 萬 物 之 母 也
      C  道 可 道 -  非 恒 道 殹 名 可 命 -  非 恒 名 殹 無 名 萬 物 之 始 殹 有 名 萬 物 之 母 殹
      """),
    TextCase(
      "a phrase left out that repeats a character", isUnspaced: true,
      """
      A  天 下 皆 知 美 之 為 美 斯 惡 已 皆 知 善 之 為 善 斯 不 善 已
      B  天 下 皆 知 美 之 為 美 -  惡 已 皆 知 善 -  -  -  斯 不 善 矣
      """),
    TextCase(
      "another character behind the same mark", isUnspaced: true,
      """
      A  曰 ： 斯 何 妖 - ？ 來 為 不 祥 。 即 取
      B  曰 ： 斯 何 妖 怪 ？ 當 為 不 祥 。 即 取
      C  曰 ： 斯 何 妖 怪 ？ 當 為 不 祥 - 即 取
      """),
    TextCase(
      "words that stand together are not parted", isUnspaced: true,
      """
      A  父 母 皆 安 七 世 父 母 憶 所 生 父 母 乃 至 七 世 父 母 供 養 三 寶 救 七 世 父 母 苦
      B  父 母 皆 安 七 世 父 母 憶 所 生 父 母 - - - - - - 供 養 三 寶 救 七 世 父 母 苦
      """),
    TextCase(
      "one phrase before the other", isUnspaced: true, moves: ["有 無 相 生"],
      """
      A  故 有 無 相 生 難 易 相 成 -  -  -  -  長 短 相 較 高 下 相 傾 音 聲 相 和 前 後 相 隨
      B  故 -  -  -  -  難 易 相 成 有 無 相 生 長 短 相 形 高 下 相 盈 音 聲 相 和 先 後 相 隨
      """),
    TextCase(
      "a leap from like to like", isUnspaced: true,
      """
      A  不 尚 賢 使 民 不 爭 不 貴 難 得 之 貨 使 民 不 為 盜 不 見 可 欲 使 民 心 不 亂
      B  不 尚 賢 使 民 不 爭 -  -  -  -  -  -  -  -  -  -  -  不 見 可 欲 使 -  心 不 亂
      """),
    TextCase(
      "doubled formulas", isUnspaced: true,
      """
      A  色 不 異 空 空 不 異 色 色 即 是 空 空 即 是 色 受 想 行 識 亦 復 如 是
      B  色 不 異 空 空 不 異 色 -  -  -  -  -  -  -  -  受 想 行 識 亦 復 如 是
      C  色 不 異 空 空 不 異 色 色 即 是 空 空 即 是 -  受 想 行 識 亦 復 如 是
      """),
    TextCase(
      "a manuscript without marks beside a printed text", isUnspaced: true,
      """
      A  子 曰 ： 「 學 而 時 習 之 ， 不 亦 說 乎 ？ 」
      B  子 曰 -  -  學 而 時 習 之 -  不 亦 悅 乎 -  -
      C  子 曰 -  -  學 而 -  習 之 -  不 亦 悅 乎 -  -
      """),
    TextCase(
      "a commentary in brackets", isUnspaced: true,
      """
      A  關 關 雎 鳩 【 興 也 】 在 河 之 洲
      B  關 關 雎 鳩 -  -  -  -  在 河 之 洲
      """),
    TextCase(
      "numbers", isUnspaced: true,
      """
      A  敵 有 三 千 -  人 皆 持 刀
      B  敵 有 九 千 餘 人 皆 持 刀
      C  敵 有 三 千 -  人 -  持 刀
      """),
    TextCase(
      "words added and left out along a passage", isUnspaced: true,
      """
      A  故 人 不 獨 親 其 親 不 獨 子 其 子 使 老 有 所 終 壯 有 所 用 幼 有 所 長 矜 寡 孤 獨 廢 疾 者 皆 有 所 養 -  -  -  -  -  -
      B  故 人 不 獨 親 其 親 不 獨 子 其 子 使 老 有 所 終 壯 有 所 用 幼 有 所 長 鰥 寡 孤 獨 廢 疾 者 皆 有 所 養 男 有 分 女 有 歸
      C  -  人 不 -  親 其 親 不 -  子 其 子 -  老 有 -  終 壯 有 -  用 幼 有 -  長 矜 寡 孤 獨 -  -  者 皆 有 -  養 -  -  -  -  -  -
      """),
    TextCase(
      "particles exchanged and dropped", isUnspaced: true,
      """
      A  夫 仁 者 己 欲 立 而 立 人 己 欲 達 而 達 人 能 近 取 譬 可 謂 仁 之 方 也 已
      B  -  仁 者 己 欲 立 而 立 人 己 欲 達 而 達 人 能 近 取 譬 可 謂 仁 之 方 矣 -
      C  夫 仁 者 己 欲 立 -  立 人 -  欲 達 -  達 人 能 近 取 譬 可 謂 仁 之 方 也 -
      """),
    TextCase(
      "object before the verb", isUnspaced: true, moves: ["吾"],
      """
      A  不 吾 知 -  也
      B  不 -  知 吾 也
      """),
    TextCase(
      "kana and voicing", isUnspaced: true,
      """
      A  い づ れ の 御 時 -  に か 女 御 更 衣 -  あ ま た さ ぶ ら ひ 給 -  -  け る 中 -  に
      B  い つ れ の 御 と き に か 女 御 更 衣 -  あ ま た さ ふ ら ひ 給 -  -  け る な か に
      C  い づ れ の 御 時 -  に か 女 御 か う ゐ あ ま た さ ぶ ら ひ た ま ひ け る 中 -  に
      """),
    TextCase(
      "readings in brackets", isUnspaced: true,
      """
      A  春 （はる）   は あ け ぼ の
      B  春 -          は あ け ぼ の
      C  春 （しゅん） は 曙 -  -  -
      """),
    TextCase(
      "readings in Aozora's brackets", isUnspaced: true,
      """
      A  吾 輩 《わがはい》 -  は 猫 《ねこ》 で あ る 名 前 は -  ま     だ 無 い
      B  吾 輩 -            -  は 猫 -        で あ る 名 前 は -  ま     だ 無 い
      C  わ が は           い は 猫 -        で あ る 名 前 は 未 《ま》 だ 無 い
      """),
    TextCase(
      "readings of Korean",
      texts: ["大韓民國(대한민국)은 民主(민주)共和國이다", "大韓民國은 民主共和國이다", "대한민국은 民主(민주)共和國이다"], isUnspaced: true,
      """
      A  大 韓 民 國 (대한민국) 은 民 主 (민주) 共 和 國 이다
      B  大 韓 民 國 -          은 民 主 -      共 和 國 이다
      C  -  -  -  -  대한민국은 -  民 主 (민주) 共 和 國 이다
      """),
    TextCase(
      "shapes of characters in Japan and China", isUnspaced: true,
      """
      A  其 気 広 大 ニ シ テ 仏 ノ 国 ニ 帰 ス
      B  其 氣 廣 大 に し て 佛 の 國 に 歸 す
      C  其 气 广 大 に し て 佛 の 国 -  归 す
      """),
    TextCase(
      "a phrase repeated", isUnspaced: true,
      """
      A  大 學 之 道 在 明 明 德 在 親 民 -  在 止 於 至 善 知 止 而 后 有 定
      B  大 學 之 道 在 明 明 德 在 新 民 -  在 止 于 至 善 知 止 而 後 有 定
      C  大 斈 之 道 在 明 -  徳 在 親 民 而 在 止 于 至 善 -  止 而 后 有 定
      """),
    TextCase(
      "a gloss that came into the text", isUnspaced: true,
      """
      A  上 善 若 水 水 善 利 萬 物 -  -  -  -  -  -  而 不 爭 處 眾 人 之 所 惡 故 幾 於 道 -
      B  上 善 若 水 水 善 利 萬 物 -  -  -  -  -  -  而 有 靜 處 衆 人 之 所 惡 故 幾 於 道 矣
      C  上 善 如 水 水 善 利 萬 物 言 水 之 潤 下 也 而 不 爭 居 眾 -  之 所 惡 故 幾 于 道 -
      """),
    TextCase(
      "names and numbers of a history", isUnspaced: true,
      """
      A  太 史 公 曰 秦 始 皇 帝 二 十 六 年 初 并 天 下 -
      B  太 史 公 曰 秦 -  皇 帝 廿 -  六 年 初 幷 天 下 矣
      C  大 史 公 言 -  始 皇 -  二 十 七 年 -  并 天 下 -
      D  -  史 公 曰 秦 始 皇 帝 卄 -  六 年 初 併 天 下 -
      """),
    TextCase(
      "a poem in three manuscripts", isUnspaced: true,
      """
      A  ひ と は い さ 心 -  -  も 知 ら ず ふ る さ と は 花 -  ぞ 昔 -  -  の 香 に に ほ ひ け る
      B  人 -  は い さ こ こ ろ も し ら す 故 郷 -  -  は は な そ む か し の か に ゝ ほ ひ け る
      C  人 -  は い さ 心 -  -  も し ら ず 古 里 -  -  は 花 -  そ む か し の 香 に 匂 -  ひ け る
      """),
    TextCase(
      "voicing marks", isUnspaced: true,
      """
      A  か ゝ る ほ と に 人 〳〵 ま い り て
      B  か か る ほ ど に 人 々   ま ゐ り て
      """),
    TextCase(
      "katakana and hiragana", isUnspaced: true,
      """
      A  今 -  ハ 昔 竹 取 -  -  ノ 翁 -  -  ト 云 フ 者 -  有 -  ケ リ
      B  い ま は 昔 竹 取 -  -  の 翁 -  -  と い ふ も の あ り け り
      C  今 -  は 昔 た け と り の お き な と い ふ も の 有 -  け り
      """),
    TextCase(
      "characters with one phonetic part", isUnspaced: true,
      """
      A  不 知 周 之 夢 為 胡 蝶 與 胡 蝶 之 夢 為 周 與
      B  不 知 周 -  夢 為 蝴 蝶 -  蝴 蝶 -  夢 為 周 歟
      C  不 知 周 之 夢 為 -  蝶 與 -  蝶 之 夢 為 周 與
      D  弗 智 周 之 夢 為 蝴 蝶 與 蝴 蝶 之 夢 為 周 歟
      """),
    TextCase(
      "the dream of the butterfly", isUnspaced: true,
      """
      A  昔 者 莊 周 夢 為 胡 蝶 栩 栩 然 胡 蝶 也 自 喻 適 志 與 不 知 -  周 也 俄 然 覺 則 蘧 蘧 然 周 也
      B  昔 -  莊 周 夢 為 蝴 蝶 栩 栩 然 蝴 蝶 也 -  -  -  -  -  不 知 -  周 也 俄 而 覺 -  蘧 蘧 然 周 也
      C  -  -  莊 周 夢 -  -  蝶 栩 栩 然 -  蝶 也 自 謂 適 志 -  不 知 有 周 -  俄 然 覺 則 -  -  -  周 也
      """),
    TextCase(
      "the king asks", isUnspaced: true,
      """
      A  孟 子 見 梁 惠 王 王 曰 叟 不 遠 千 里 而 來 亦 將 有 以 利 吾 國 乎 孟 子 對 -  曰 王 何 必 曰 利 亦 有 仁 義 而 已 矣
      B  孟 子 見 梁 惠 王 王 曰 叟 不 遠 千 里 -  來 亦 將 有 -  利 吾 國 乎 孟 子 -  -  曰 王 何 必 -  利 亦 有 仁 義 而 已 -
      C  孟 子 見 梁 惠 王 -  曰 -  不 遠 千 里 而 來 -  將 有 以 利 吾 國 乎 -  -  對 -  曰 -  何 必 曰 利 -  -  仁 義 而 已 矣
      D  孟 子 見 -  惠 王 王 曰 叟 -  -  千 里 而 來 -  將 -  以 利 吾 國 -  孟 子 對 王 曰 王 何 必 曰 利 亦 曰 仁 義 而 已 矣
      """),
    TextCase(
      "a printed book, its reprint and a manuscript", isUnspaced: true,
      """
      A  月 日 は 百 代 の 過 客 に し て 、 行 -  か ふ 年 も 又 -  旅 人 也 -  。 舟 の 上 に 生 涯 を う か べ 、 馬 の 口 と ら え て 老 を む か ふ る 物 -  は 、 日 々 旅 に し て -  旅 を 栖 と す 。
      B  月 日 は 百 代 の 過 客 に し て 、 行 き か ふ 年 も ま た 旅 人 な り 。 舟 の 上 に 生 涯 を 浮 -  べ 、 馬 の 口 と ら へ て 老 を 迎 -  ふ る も の は 、 日 日 旅 に し て 、 旅 を 栖 と す 。
      C  月 日 ハ 百 代 の 過 客 ニ シ テ -  行 -  カ フ 年 モ 又 -  旅 人 也 -  -  船 の 上 に 生 涯 ヲ ウ カ ヘ -  馬 ノ 口 ト ラ ヘ テ 老 ヲ ム カ フ ル 者 -  ハ -  日 〻 旅 ニ シ テ -  旅 ヲ 栖 ト ス -
      """),
    TextCase(
      "a poem quoted from memory", isUnspaced: true,
      """
      A  床 前 看 月 光 ， 疑 是 地 上 霜 。 舉 頭 望 山 月 ， 低 頭 思 故 鄉 。
      B  床 前 明 月 光 -  疑 是 地 上 霜 -  舉 頭 望 明 月 -  低 頭 思 故 鄉 -
      C  牀 前 看 月 色 -  疑 似 地 上 霜 -  舉 首 望 山 月 -  低 首 憶 故 鄉 -
      """),
    TextCase(
      "signs of reading order", isUnspaced: true,
      """
      A  不㆑ 知㆓ 周 之 夢㆒ 而 笑 -
      B  不   知   周 之 夢   而 笑 -
      C  不㆑ 知㆓ 周 -  夢㆒ -  笑 也
      """),
    TextCase(
      "characters without a code point", isUnspaced: true,
      """
      A  其 人 ⿰亻聞 然 而 怒 ⿱艹⿰氵亍 之
      B  其 人 ⿰亻門 然 -  怒 蔣         之
      C  其 人 們     然 而 怒 -          之
      """),
    TextCase(
      "particles of Korean",
      """
      A  왕이   -  말을 하였다 그대는 누구인가
      B  왕은   -  말   하였다 그대   누구인가
      C  임금이 그 말을 하되   그대는 누구냐
      """),
  ]
}
