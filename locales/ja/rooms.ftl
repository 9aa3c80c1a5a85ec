# Rooms: what is on now, signs at doors, sheets of paper.

now-title = 現在と次のセッション
now-here = 現在
now-next = 次
now-nothing = 本日の予定はありません。
now-page = { $page } / { $pages }
for-a-screen = 画面表示用
rooms-title = 会場
rooms-print = 扉に貼る用紙
rooms-print-hint = 会場と日ごとに一枚です。このページを印刷してください。この行は印刷されません。
sign-title = { $room } · { $meeting }
sign-free = 現在は何もありません
sign-over = この会場での予定はもうありません。

pdf-title = 紙で（PDF）
pdf-about = 印刷用です。収まる場合は一日を一ページに組み、読み上げソフトにも対応しています。
pdf-no-letters = ここでは PDF を作成できません
pdf-letters = サーバーにこれらの文字のフォントがありません：{ $letters }
pdf-print-instead = 代わりにブラウザーから同じ内容を印刷する
pdf-install = サーバーの管理者がフォントを導入できます。Debian と Ubuntu では次のコマンドを実行し、Hemicycle を再起動してください。別のフォントフォルダーは「fonts」で指定します。

collisions-title = 重複
collisions-found = { $count ->
    [0] 同じ時間に二つのセッションを持つ人はいません
   *[other] 同じ時間に二つのセッションを持つ例が { $count } 件あります
}（すべての役割、フォーラムのすべての会合について）。{ $lesser ->
    [0] {""}
   *[other] ほかに、主催者として両方に出る必要のない例が { $lesser } 件あります。
}
collision-both = 同時に両方に必要です
collision-short = { $minutes ->
    [0] 会場を移る時間がありません
   *[other] 会場を移る時間が { $minutes } 分しかありません
}
collision-lesser = 同時ですが、主催者としては出席しなくてもかまいません
alike-title = 同じ人が二つの名前で？
alike-found = { $count ->
    [0] 二重に登録された人はいないようです。
   *[other] 同じ人かもしれない登録が { $count } 組あります。知っている人が判断してください。
}
alike-address = メールアドレスが同じ
alike-name = 名前が同じ
alike-names = 名前が似ている
alike-organisation = 組織が同じ
alike-same = 同じ人です：すべて { $kept }（#{ $number }）に移す
similar-title = 似たセッション
similar-found = { $count ->
    [0] 同じ内容のセッションはありません
   *[other] 似た内容のセッションが { $count } 組あります
}（他であまり使われない語による判定）。{ $same ->
    [0] 同じ時間のものはありません
   *[other] うち { $same } 組は同じ時間です
}。
similar-same-time = 同じ時間
similar-likeness = 類似度 { $percent }%
similar-hold-as-one = 一つにまとめる
similar-merge-hint = 一方の参加者と主催者がもう一方に加わり、元のセッションは取り下げられます。失われるものはなく、一度の取り消しで元に戻ります。
similar-merge = { $kept } を残し、{ $gone } を取り下げる
import-collisions = 同じ時間に二つのセッション

letters-title = 通知の手紙
letters-lead = 変更されたセッションに役割を持つ人には、版ごとに一度、予定表を更新するファイルを添えて手紙を送ります。
letters-none = この版については誰にも手紙を送っていません。
letters-tell = 関係する全員に手紙を送る
letters-tick = 関係する全員に手紙を送る
letters-sent = { $count } 通を送りました
letters-waiting = { $count } 通が送信中です
letters-refused = { $count } 通は届けられませんでした
letters-no-address = { $count } 人はここに宛先がありません。直接お知らせください
letter-programme-subject = { $meeting }：あなたに関わる変更
letter-programme-dear = { $name } 様
letter-programme-published = { $meeting }のプログラムの版「{ $label }」が公開されました。あなたに関わる変更は次のとおりです。
letter-programme-calendar = 添付のファイルで、予定表のこれらのセッションが更新されます。
