/// Series of Han characters that scribes write for one another: those with one phonetic part, which
/// were of like sound when the old texts were written and are of like shape still (蝴 for 胡, 敝 for
/// 弊, 歟 for 與), and a few that only look alike (巳, 已).
///
/// A word of one character is equal to another or has nothing in common with it, as far as letters
/// go; the series make some of them likelier to stand in one place, and no more: they are not
/// spellings. The common ones of each series stand here, without the particles, 之, 也, 而, 其, 不, 者,
/// which stand beside anything.
enum HanSeries {
  /// The number of the series that a character of a form belongs to, from 0; nil for most
  /// characters.
  static func number(of character: UInt32) -> UInt32? { numbers[character] }

  /// By character in the shape that forms have; looked up, never walked.
  private static let numbers: [UInt32: UInt32] = {
    var numbers: [UInt32: UInt32] = [:]
    for (number, series) in Han.simplified(all).split(whereSeparator: \.isWhitespace).enumerated() {
      // Some characters have one simplified shape: the first series keeps it.
      for scalar in series.unicodeScalars where numbers[scalar.value] == nil {
        numbers[scalar.value] = UInt32(number)
      }
    }
    return numbers
  }()

  private static let all = """
    亡忘妄芒盲茫氓荒 胡蝴湖糊瑚葫 敝弊蔽幣斃 且祖阻組俎沮殂徂粗租助 與歟譽舉輿嶼 知智蜘
    女汝 兌說悅稅脫銳閱 諸都緒屠著渚煮暑署賭儲 辟避譬僻壁璧臂闢劈 孫遜 共恭供洪拱巷 景影憬
    邪耶椰 夫扶芙 皮被披疲彼波破頗坡跛 昔錯措惜借 從縱蹤 鄉嚮響饗 申伸神呻紳坤
    羊詳祥洋養翔佯 反返叛版板飯販阪 半畔判伴絆 巨距拒矩渠 首道導 支枝肢技岐歧 竟境鏡
    受授綬 屬囑矚 責債積績 賈價 采採彩菜綵 舍捨舒 章彰障璋嶂 直值植殖置 內納訥
    莫暮募墓幕慕漠寞模謨 見現 干肝竿汗旱岸 可河苛歌柯荷呵阿 古故固姑枯苦沽辜居
    工功攻貢紅江項 公松訟頌翁 生性姓牲 正政征整症 青清情請晴精靖 方放房訪防芳妨紡
    分紛粉忿貧盆芬 合給拾答閤 交郊校較效狡絞 皆偕階諧楷 高膏稿縞 告造浩誥酷
    各格客路洛絡略恪閣 艮根恨很限眼銀 冓構講購溝 谷俗欲裕浴 官館管棺 軍運揮輝渾 君群郡裙窘
    果課裸顆 黃橫廣擴曠 亥該核刻駭咳孩 害割豁轄 奚溪雞蹊 吉結詰拮 及急級吸汲 己紀記起忌改
    既概慨溉 期欺棋基旗箕 奇騎寄倚綺崎 堇謹勤僅覲 今念含吟琴錦衾貪 斤近祈欣沂 京涼諒掠鯨
    巠經輕徑勁頸莖 敬警驚 九究鳩軌 句拘狗苟鉤 瞿懼 聿律筆 決缺訣快 考巧朽 克剋兢 來萊徠
    良郎浪朗狼娘 里理裡鯉狸 利梨犁 立位泣粒笠 連蓮漣 廉兼謙嫌賺鐮 令領冷命嶺零鈴 留溜瘤榴
    龍籠聾壟寵龐 婁樓數屢縷 盧爐蘆廬顱 錄綠祿 侖倫論輪淪 麻磨摩魔靡 馬罵碼 毛耗旄
    矛茅柔懋務霧 門問聞悶閔 蒙濛朦 民眠泯 明盟萌 冥瞑溟 末沫抹 每海悔敏誨侮梅 乃仍奶
    難歎灘攤 能態熊 寧嚀 奴怒努弩 農濃膿 包抱炮胞飽泡 暴瀑爆 北背 卑碑俾婢裨脾 賁憤墳噴
    比批庇毖 必泌密 便鞭 扁篇編偏遍騙 票漂標飄 賓濱 并併餅屏 丙病柄炳 白伯拍迫柏怕泊百
    甫輔補捕浦鋪傅博溥 卜赴訃 弗佛拂費沸 付府附符腐俯 福富副幅輻 復複覆腹 父斧釜
    丰峰鋒逢蜂豐奉 非悲排匪誹輩 蕃番藩翻播 曹遭糟槽 倉蒼滄創槍 參慘滲摻 才材財在
    戔錢賤淺殘踐箋 昌唱倡 長張帳漲悵 常嘗賞堂當棠裳掌 朝潮廟 辰晨震振辱唇娠 成城盛誠
    丞承烝 呈程逞 池馳施地他 赤赦 充統 童衝鐘撞瞳 重動種腫董 疇籌儔壽 出屈拙黜
    除徐塗途斜敘 川訓順 垂睡錘陲 次資恣茨姿 此雌紫疵 慈滋磁孳茲 束速策刺 卒醉粹碎悴
    崔催摧 差嗟搓 代貸岱 帶滯 旦但坦袒 單彈戰禪憚簞 到倒 登澄燈鄧證 氐低底抵邸砥
    弟第悌梯 帝締蹄諦啼 翟耀濯躍 丁訂頂亭停町 定錠綻 東棟凍 豆頭短逗 度渡 端喘瑞湍 段鍛
    隊墜 敦惇諄醇淳 多侈移 惡啞堊亞 爾邇彌璽 耳餌恥 二貳 亘宣桓垣恆 咸感減憾鍼緘
    韓翰幹乾 行衡 曷渴竭歇揭葛謁 赫嚇 黑墨默 侯候喉 后垢逅 虎琥 雇顧 化花貨訛 懷壞
    奐換喚煥 皇煌惶凰 灰恢 彗慧 昏婚 或惑域國 獲護穫 夾狹峽俠挾頰 家嫁稼 加賀駕架嘉
    叚假暇霞遐 間簡澗閒 監鑒藍濫覽艦 建健鍵 將獎漿蔣 彊疆 焦樵憔蕉 介界芥 戒誡械 解懈蟹
    晉縉 井阱耕 救球求裘 足促捉 卷倦拳圈眷 厥蹶闕 康慷糠 扣叩 夸誇跨 況兄 昆混崑 廓郭
    闌蘭爛欄 離璃籬 厲勵 麗儷 歷瀝 梁粱 兩輛 僚遼療瞭 列烈裂例 林淋霖琳 鄰憐麟 陸睦
    露鷺 羅蘿邏 滿瞞 曼慢漫蔓 冒帽 孟猛 迷謎 免勉晚冕娩 面緬 苗描貓 名銘 謬膠
    某謀媒煤 聶攝 若諾匿 虐謔 歐區驅樞嶇毆 培陪倍部剖 朋崩棚 平評坪萍 普譜 齊濟臍劑齋
    妻淒棲 契絜潔 前箭剪 遣譴 喬橋驕嬌矯 妾接 秦榛臻 寢浸侵 禽擒 傾頃 邱丘 秋愁 酋猶
    取聚趣娶驟 全銓詮 然燃 讓壤釀襄 刃忍認仞 壬任妊 容溶榕 如恕茹絮 儒孺濡需 弱溺
    善膳繕 少抄沙妙 召照招詔昭紹超 射謝 甚湛堪勘 勝騰滕 失秩佚迭跌 詩持待時恃特等寺侍
    碩石 飾飭 史使吏 示視祁 世泄 式試弒拭 題提堤寔 守狩 叔淑督寂 疏蔬梳 孰熟塾 術述
    司祠詞伺飼 斯撕廝 四泗駟 叟搜瘦嫂 素愫 宿縮 肅嘯蕭繡 隋隨墮惰 遂隧燧 歲穢
    治始怠殆怡胎 覃譚潭 唐塘糖 湯陽揚場傷腸暢 陶淘 兆逃桃跳挑姚 田畋佃 鎮真慎顛填
    廷庭挺艇 同洞銅桐筒 杜吐徒土 團專傳轉 屯純鈍頓沌 宛碗婉腕怨苑 萬邁 王往汪狂枉 網罔
    微徽 為偽 韋圍違衛諱緯偉 委萎魏 未味妹昧 胃謂渭 畏喂 文紋吝 吾語悟梧五伍 烏嗚
    無撫舞蕪 勿物忽 誤吳娛虞 希稀 喜嬉 系係 洗跣先 賢堅緊腎 相想霜湘 象像 肖消削宵霄逍
    協脅 辛新薪親 刑邢形 凶胸匈 修滌條悠攸 秀誘透 虛墟噓 午許御 畜蓄 玄眩弦炫 血恤
    旬詢荀殉 巽選饌 延誕筵 炎談淡 嚴儼巖 晏宴 彥顏諺 厭壓 央英殃映 易賜錫惕 夭妖沃
    堯燒曉繞驍撓 搖謠遙 夜液腋 葉蝶牒諜 夷姨痍 宜誼 疑礙擬 義儀議蟻犧 意億憶臆 異翼冀
    益溢隘 弈奕跡 譯擇澤釋驛 因恩姻 音暗闇 寅演 隱穩 嬰櫻纓 應膺鷹 庸傭 永詠泳
    勇通痛涌甬 憂優擾 由油抽袖宙迪 右佑祐 幼幽窈 宇吁迂 序野豫 俞愉逾喻諭偷 愚遇偶寓隅
    原源願 員圓損 袁遠園猿 援緩暖 元玩完院冠 云雲魂 作昨詐祚 栽載裁哉 贊讚 臧藏臟
    澡燥操 則側測 曾增贈憎層僧 占店沾站點貼 展輾 斬暫漸慚 丈杖仗 貞偵 執摯蟄 職織識熾
    止址趾 旨指脂詣 至致侄室 志誌 制製 中忠仲沖衷 洲酬州 周調彫稠凋 朱株珠殊 主住注柱駐
    壯莊裝狀 卓掉悼 宗崇綜 奏湊 族簇 尊遵樽 左佐 坐座 蚤早草 殷慇 蔭陰 曰日 大太
    巳已 毋母 戊戌 人入 析折
    """
}
