/// Han characters in a shape that is neither the traditional nor the simplified one: the Japanese
/// ones of 1946 (仏 of 佛) and those that scribes and printers use besides (峯 of 峰).
///
/// Only shapes of one sound and one meaning stand here. What Japan wrote alike that was several
/// words, 弁 of 辨, 瓣 and 辯, or is another word in Chinese, 芸, 糸, 欠, 予, 浜, is left apart; so are
/// loans such as 女 for 汝, which are readings.
enum HanVariants {
  /// The traditional character that a variant is a shape of, or the character itself.
  static func common(_ scalar: Unicode.Scalar) -> Unicode.Scalar { shapes[scalar] ?? scalar }

  /// Looked up, never walked.
  private static let shapes: [Unicode.Scalar: Unicode.Scalar] = {
    var shapes: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in pairs.split(whereSeparator: \.isWhitespace) {
      let scalars = Array(pair.unicodeScalars)
      shapes[scalars[0]] = scalars[1]
    }
    return shapes
  }()

  /// The variant, and the traditional character, which the table of simplified ones takes on. What
  /// that table knows itself, 学 or 説, is not repeated.
  private static let pairs = """
    亜亞 悪惡 圧壓 囲圍 壱壹 隠隱 栄榮 営營 衞衛 駅驛 円圓 塩鹽 縁緣 艶艷 応應 桜櫻 穏穩 仮假
    価價 畵畫 壊壞 懐懷 絵繪 槪概 槩概 拡擴 殻殼 覚覺 斈學 楽樂 渇渴 巻卷 陥陷 勧勸 寛寬 闗關
    歓歡 懽歡 舘館 観觀 気氣 旣既 帰歸 亀龜 戯戲 戱戲 犠犧 拠據 挙舉 擧舉 敎教 郷鄉 鄕鄉 暁曉
    駆驅 駈驅 勲勳 薫薰 恵惠 掲揭 渓溪 谿溪 経經 蛍螢 軽輕 継繼 鶏雞 撃擊 県縣 倹儉 剣劍 劔劍
    劒劍 釼劍 険險 圏圈 検檢 権權 顕顯 験驗 騐驗 厳嚴 戸戶 効效 広廣 鉱鑛 囯國 圀國 黒黑 砕碎
    済濟 斎齋 剤劑 雑雜 叅參 桟棧 賛贊 歯齒 児兒 実實 釈釋 収收 従從 渋澀 澁澀 獣獸 縦縱 粛肅
    処處 緖緒 敍敘 尙尚 渉涉 焼燒 奨獎 乗乘 浄淨 剰剩 畳疊 疉疊 縄繩 壌壤 嬢孃 譲讓 醸釀 愼慎
    図圖 粋粹 酔醉 穂穗 髄髓 瀬瀨 斉齊 摂攝 専專 戦戰 銭錢 繊纖 纎纖 荘莊 捜搜 挿插 巣巢 曽曾
    痩瘦 総總 緫總 騒騷 増增 蔵藏 臓臟 卽即 続續 対對 躰體 軆體 帯帶 滝瀧 択擇 沢澤 単單 団團
    弾彈 遅遲 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎭鎮 逓遞 鉄鐵 鐡鐵 銕鐵 転轉 伝傳 稲稻 鬪鬥 徳德 読讀
    弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 発發 髪髮 抜拔 晩晚 甁瓶 払拂 仏佛 餠餅 辺邊 邉邊 変變
    歩步 寳寶 豊豐 襃褒 飜翻 毎每 満滿 麺麵 麪麵 麫麵 黙默 訳譯 薬藥 揺搖 様樣 頼賴 覧覽 竜龍
    両兩 猟獵 涙淚 塁壘 戻戾 霊靈 齢齡 暦曆 歴歷 錬鍊 労勞 郞郎 峯峰 畧略 隣鄰 囘回 囬回 疎疏
    踈疏 凢凡 凣凡 亾亡 嶋島 嶌島 歳歲 嵗歲 峩峨 巗巖 菴庵 譌訛 輭軟 鎻鎖 鬰鬱 欝鬱 皷鼓 鼔鼓
    呪咒 喩喻 噐器 壻婿 妬妒 娯娛 寃冤 冦寇 屛屏 帋紙 徃往 徧遍 慙慚 抝拗 拏拿 旹時 昬昏 栁柳
    桺柳 栢柏 桒桑 棊棋 毘毗 氷冰 汚污 泝溯 遡溯 滙匯 濶闊 焔焰 熖焰 熈熙 窓窗 窻窗 牎窗 犂犁
    玅妙 珎珍 甎磚 畊耕 畆畝 畒畝 畞畝 皃貌 覩睹 矦侯 秌秋 龝秋 秊年 稺稚 穉稚 穨頹 竒奇 籖籤
    糉粽 罸罰 羗羌 羮羹 翶翱 聫聯 聨聯 聡聰 聦聰 肎肯 胷胸 膓腸 臈臘 苐第 茘荔 葢蓋 蘂蕊 蘓蘇
    蠏蟹 衇脈 裠裙 褎袖 覔覓 觧解 讃讚 賔賓 躭耽 躳躬 軰輩 輙輒 迯逃 逈迥 逹達 邨村 酧酬 醤醬
    鈆鉛 鍳鑒 閙鬧 隂陰 隷隸 靣面 顋腮 鬂鬢 鴈雁 鵞鵝 鼡鼠 呉吳 兎兔 査查 値值 偸偷 姫姬 淸清
    靑青 飮飲 飰飯 兪俞 暜普 渕淵 姉姊 柹柿 縂總 籑饌 噛嚙 唖啞 掻搔 撹攪 蝋蠟 鴎鷗 鹸鹼 桝枡
    頴穎 穣穰 巌巖
    舎舍 倶俱 呑吞 填塡 頬頰 尭堯 槙槇 萠萌 侭儘 篭籠 竃竈 鴬鶯 鯵鰺 壷壺 涜瀆 諌諫 賎賤 靱靭
    頚頸 顚顛 凾函 纉纘 并幷 繋繫
    """
}
