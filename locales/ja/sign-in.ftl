# サインインと、自分のもの。

problem-too-often = ここからの要求が短い間に多すぎます。
problem-too-often-remedy = { $seconds }秒待ってから、もう一度お試しください。

nav-sign-in = サインイン
nav-me = マイアカウント

sign-in-title = サインイン
sign-in-lead = メールアドレスをご記入ください。サインイン用のリンクをお送りします。パスワードはありません。
sign-in-address = メールアドレス
sign-in-send = リンクを送る
sign-in-by-hand = このサーバーはメールを自分では送りません。お申し込みの後、事務局がリンクをお渡しします。
sign-in-not-an-address = これはメールアドレスではありません。name@example.org のように書いてください。
sign-in-sent-title = メールをご確認ください
sign-in-sent-lead = リンクをお送りしました。{ $minutes }分以内に一度だけサインインできます。
sign-in-sent-else = 数分たっても届きませんか。迷惑メールの中を見るか、アドレスをお確かめください。
sign-in-again = 別のリンクを求める
sign-in-ready = ボタンを押すと、この機器でサインインします。
sign-in-newcomer = このアドレスの方はまだ登録されていません。お名前をご記入いただければ、すぐに入れます。
sign-in-name = お名前
sign-in-go = サインイン
sign-in-gone-title = このリンクはもう使えません
sign-in-gone-lead = 使用済みか、期限が切れています。もう一度お求めください。一分で済みます。
sign-out = サインアウト

letter-link-subject = { $forum }へのリンク
letter-link-before = このページを開くと{ $forum }にサインインできます。
letter-link-after = リンクは{ $minutes }分以内に一度だけ使えます。
letter-ignore = お心当たりがなければ、どなたかがアドレスを間違えて入力したものです。何もなさる必要はありません。
letter-invitation-subject = { $forum }へのご招待
letter-invitation-before = { $forum }にご招待します。このページを開いてサインインしてください。
letter-invitation-after = リンクは{ $hours }時間以内に一度だけ使えます。その後は、サインインのページで新しいリンクをお求めください。

me-title = マイアカウント
me-access = ここでの立場
me-seen = ほかの人に見える内容
me-biography = 自己紹介
me-save = 保存
me-data = 自分について保存されているすべてをダウンロード
me-erase = 忘れてもらう
me-erase-why = お名前、アドレス、ご自身について書かれたすべてが、記録からも永久に消去されます。残るのは番号だけです。取り消すことはできません。
me-erase-sure = 本当に消去してください
me-erase-unsure = 何も消去していません。本当に望まれるなら、印を付けてください。
me-erase-go = 消去
me-devices = サインイン中の機器
me-devices-lead = 見覚えのない機器がありますか。ここで終了できます。
me-devices-end-others = ほかをすべて終了
me-device-this = この機器
me-device-unknown = 不明な機器
me-since = 開始
me-until = 期限
me-end = 終了
me-tokens = プログラム用トークン
me-tokens-lead = トークンがあれば、ご自身のプログラムが、ご自身の権限の範囲で代わりに操作できます。
me-token-new = 新しいトークン
me-token-name = 名前
me-token-scopes = 許可すること
me-token-days = 有効期間
me-token-day = { $days }日
me-token-make = トークンを作る
me-token-made = トークンができました
me-token-made-once = 今コピーしてください。表示されるのは一度だけです。
me-token-incomplete = トークンには名前と、許可することが少なくとも一つ必要です。
me-token-too-many = トークンの数が上限に達しています。先に一つ終了してください。
scope-read = 自分が読めるものを読む
scope-programme = プログラムを変更する
scope-people = 人と登録を変更する
scope-settings = シリーズと会議を変更する

access-public = 一般
access-participant = 参加者
access-organiser = セッション主催者
access-speaker = 登壇者
access-moderator = モデレーター
access-rapporteur = 報告者
access-reviewer = 査読者
access-chair = 議長
access-secretariat = 事務局
access-admin = 管理者

outbox-title = 送信箱
outbox-lead = このサーバーはメールを自分では送りません。これらの手紙をお渡しください。中のリンクで受取人がサインインできます。
outbox-hidden = 役職に就いている人への手紙 { $count } 通は表示されません。読んだ人がそのリンクでサインインできてしまうためです。サーバーの管理者はフォルダー「outbox」で見つけられます。
outbox-none = 手紙はありません。
outbox-smtp = メールは自動的に送られます。ここで待つものはありません。
outbox-read = 読む
