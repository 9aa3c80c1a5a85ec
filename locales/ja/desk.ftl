# デスク：フォーラムを運営する人のページ。$what、$session、$first は短いもの（番号、会場など）。

desk-title = デスク
desk-to-form = フォームへ
desk-no-number = 数ではありません。
desk-no-number-remedy = 数字で書いてください。
desk-no-day = 日付ではありません。
desk-no-day-remedy = 2027-05-10 のように書いてください。
desk-no-time = 時刻ではありません。
desk-no-time-remedy = 会場の時刻で 09:30 のように書いてください。
desk-no-slots = 時間枠でない行があるか、行または日がありません。
desk-no-slots-remedy = 各行を 09:00-10:30 のように書き、休憩なら名前を続け、少なくとも一日に印を付けてください。
desk-several-people = { $name }という人が複数います。
desk-several-people-remedy = 番号を付けて書いてください：{ $each }。

desk-first-lead = 何もないところから公表されたプログラムまで七段階です。あとで何でも変えられます。
desk-first-done = プログラムは公表されました。いつでも変えて、また公表できます。
desk-front = みんなが見る最初のページ
desk-meetings = 会合
desk-another-meeting = 別の会合を告知する
desk-step-done = 済み
desk-step-series = 催しに名前を付ける
desk-step-meeting = 会合を告知する
desk-step-rooms = 会場
desk-step-grid = 一日の時間
desk-step-sessions = セッション
desk-step-place = セッションをプログラムに入れる
desk-step-publish = 公表する
desk-next = 次へ
desk-save = 保存
desk-change = 変更
desk-by-hand = 手で置く
desk-series-name = フォーラムの名前（各ページに出ます）
desk-meeting-name = 会合の題名
desk-meeting-title = 会合について
desk-meeting-hint = 会合のアドレスは変わりません。時間帯を変えても、セッションの時点はそのままです。
desk-first-day = 初日
desk-last-day = 最終日
desk-city = 都市
desk-country = 国（KE、FR などの二文字）
desk-zone = 会場の時間帯
desk-number = 第何回か（数える場合）
desk-online = オンラインのみ（会場なし）

desk-rooms-title = 会場・時間・テーマ
desk-rooms = 会場
desk-rooms-list = 会場を一行に一つ、読点かコンマの後に席数
desk-rooms-count = { $count ->
   *[other] 会場{ $count }
}
desk-open-room = 会場を加える
desk-open-rooms = これらの会場を加える
desk-close-room = 閉じる
desk-closed-rooms = 閉じた会場
desk-reopen-room = また開く
desk-name = 名前
desk-seats = 席数
desk-slots = 一日の時間
desk-slots-count = { $count ->
   *[other] 時間枠{ $count }
}
desk-from = 開始
desk-until = 終了
desk-pause = 休憩
desk-pause-coffee = コーヒー
desk-pause-lunch = 昼食
desk-grid-hint = 普通の一日を示しました。このまま使うか、先に行を直してください。
desk-grid-slots = 一日の時間を一行に一つ（休憩には名前）
desk-grid-days = 使う日
desk-grid-send = これらの時間を加える
desk-tracks = テーマ
desk-tracks-hint = テーマを除くと、そのセッションはどのテーマにも属さなくなります。
desk-add-track = テーマを加える
desk-no-track = なし
desk-remove = 除く

desk-board-title = プログラムを組む
desk-board-frame = セッションを置く前に、会場と時間が必要です。
desk-undo = 元に戻す：{ $what }
desk-redo = やり直す：{ $what }
desk-did-something = 大きな変更
desk-did-more = { $first }ほか{ $count }件
desk-did-added = { $what }を追加
desk-did-amended = { $what }を変更
desk-did-withdrawn = { $what }を取り下げ
desk-did-reinstated = { $what }を復活
desk-did-role = { $what }の人
desk-did-placed = { $what }を配置
desk-did-unplaced = { $what }を外す
desk-did-room = 会場{ $what }
desk-did-track = テーマ{ $what }
desk-did-slots = 一日の時間
desk-warnings = { $count ->
   *[other] 確かめること{ $count }件
}
desk-warning-pause = { $session }は休憩にかかっています：{ $pause }。
desk-warning-longer = { $session }は時間枠の終わり{ $until }を過ぎます。
desk-warning-nobody = { $session }には進行役も話し手もまだいません。
desk-look = 要確認
desk-move = 動かす
desk-here = ここ
desk-held = $session を持ち上げました。矢印キーで空きを選び、Enter で置き、Esc でやめます。
desk-left = 元の場所のままです。
desk-placed = 置きました：
desk-picked = 「{ $session }」を置く空きを選んでください。
desk-picked-leave = そのままにする
desk-minutes = { $count }分
desk-unplaced = { $count ->
    [0] 場所を待つものはありません
   *[other] { $count }件のセッションが場所を待っています
}
desk-unplaced-none = どのセッションにも場所があります。
desk-unplaced-more = ほか{ $count }件。題名の言葉で探してください。
desk-fill = 順にすべて置く
desk-fill-hint = どのセッションも、最初に空いている会場と時間に、重なりなく入ります。元に戻せます。
desk-place = 置く
desk-unplace = プログラムから外す
desk-no-place = まだ場所がありません。
desk-session = セッション
desk-day = 日
desk-add = セッションを加える
desk-session-title = 題名
desk-session-abstract = 内容
desk-session-minutes = 長さ（分）
desk-session-code = 番号（空なら次の番号）
desk-session-people = 話し手（一行に一人）
desk-session-said = セッションの説明
desk-list = まとめて加える
desk-list-titles = 題名（一行に一つ）
desk-list-send = これらのセッションを加える
desk-sessions-hint = 題名の一覧を一行に一つ貼り付けてください。ほかは後でかまいません。
desk-person-name = 名前
desk-role = 役割
desk-give-role = 加える
desk-withdraw = 取り下げる
desk-withdraw-hint = 開かれないセッションも記録に残り、元に戻せます。
desk-withdrawn = このセッションは取り下げられました。
desk-reinstate = 元に戻す

desk-ahead-first = まだ何も公表されていません。
desk-ahead = { $count ->
    [0] 「{ $label }」版と違うセッションはありません。
   *[other] { $count }件のセッションが「{ $label }」版と違います。
}
desk-publish-title = 確かめて公表する
desk-publish = 公表する
desk-publish-label = 版の名前
desk-publish-note = 版についての一言
desk-publish-empty = まだ何も置かれていないので、公表するものがありません。
desk-publish-unchanged = 前の版から何も変わっていません。
desk-publish-clashes = { $count ->
   *[other] 同時に二か所にいることになる人が{ $count }件あり、このままでは公表できません。
}
desk-publish-unplaced = { $count ->
   *[other] { $count }件のセッションには場所がなく、プログラムに載りません。
}
desk-published = 「{ $label }」版を公表しました。
desk-published-see = みんなが見るプログラム
desk-concerned = { $count ->
   *[other] { $count }人に関わります
}

desk-settings-title = 設定と役職
setting-name = フォーラムの名前
setting-name-why = 各ページに出ます。空なら、最近の会合のシリーズの名前です。
setting-notice = 最初のページのお知らせ
setting-notice-why = いま皆が知っておくべきこと。空なら何も出ません。
setting-contact = 問い合わせ先
setting-contact-why = 各ページの下に出て、誰に聞けばよいか分かります。空なら出ません。
setting-language = フォーラムの言語
setting-language-why = ブラウザがこちらのどの言語も挙げない読者のため。選ばなければ英語です。
setting-language-none = 特になし
setting-sign-up = 自分で登録できる
setting-sign-up-why = あるアドレスの郵便を読める人は、それで登録できます。切ると、主催者だけが登録します。
desk-offices = 役職
desk-offices-why = 役職に就いている人は、ほかの人より多くを見て、多くのことができます。ほとんどの役職は、与えるのにも終えるのにも二人が必要です。一人が提案し、もう一人が確認します。自分の役職はすぐに終えられます。
office-reviewer = 審査員
office-chair = 議長
office-secretariat = 事務局
office-admin = 管理者
desk-office = 役職
desk-office-grant = 与える・提案する
desk-office-end = 終える
desk-office-confirm = 確認する
desk-office-refuse = 取り消す
desk-office-waits = 二人目を待っています
desk-office-ending = 終えることが提案されています
desk-office-confirm-end = 終えることを確認
desk-office-keep = そのままにする
desk-proposed = 提案中
desk-person-email = メールアドレス
footer-contact = ご質問は

# ページ上でファイルからプログラムを取り込む。
desk-import-title = ファイルからのプログラム
desk-import-way = プログラムはもう別のツールや表にありますか？ファイルから取り込めます。
desk-import-lead = 別のツールのプログラム（schedule XML または JSON）、または見出し行のある表（CSV。表計算ソフトでこの形式に保存できます）。まず何が行われるかが表示され、あなたが決めるまで何も書き込まれません。
desk-import-file = ファイル（{ $max } MB まで）
desk-import-look = 何が行われるかを見る
desk-import-write = 取り込む
desk-import-preview = 行われること
desk-import-choices = ファイルに書かれていないかもしれないこと
desk-import-choices-why = ファイルに書かれていない場合だけ必要です。時間帯のない時刻は会場の時刻です。
desk-import-meeting = 会合
desk-import-meeting-new = 新しい会合（名前はファイルのとおり）
desk-import-new = 新しい会合の題名
desk-import-series = 新しい会合のシリーズ
desk-import-language = 言語の記載がないセッションの言語（例：ja）
desk-import-minutes = 長さの記載がないセッションの分数
desk-import-withdraw = ファイルにもうないセッションを取り下げる
desk-import-map = どの列が何か
desk-import-map-why = 項目と列名の組です：title=題名,start=開始。room= のように列がなければ、その項目は取り込まれません。
desk-import-rest = …… ほか { $count } 件
desk-import-moved = ご覧になった後で何かが変わりました。何も書き込まれていません。もう一度ご確認ください。
desk-import-gone = ファイルはもうここにありません。もう一度選んでください。何も書き込まれていません。
desk-import-none = ファイルを選んでください。
