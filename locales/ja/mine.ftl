mine-title = マイプログラム
mine-shared-title = 共有されたプログラム
mine-add = { $code } を追加
mine-remove = { $code } を外す
mine-add-this = マイプログラムに追加
mine-remove-this = マイプログラムから外す
mine-empty = まだセッションを選んでいません。セッションの横の + を押すと、ここに表示されます。
mine-to-programme = プログラムへ
mine-kept = このブラウザーにだけ保存されます。アカウントは不要で、ほかの人には知られません。
mine-full = { $count } 件のセッションがあり、これ以上は入りません。追加するには、先に一つ外してください。
mine-bad-link = このリンクは読み取れません。一部が欠けているようです。もう一度もらうか、全体をコピーしてください。
mine-clashes = { $count ->
   *[other] これらのうち { $count } 組が重なっています。どれかは各セッションの横に示します。
}
mine-changed = { $count ->
   *[other] 選んだ後に { $count } 件のセッションが変わりました。
}
mine-seen = 確認しました
mine-free = { $from }から{ $to }まで空き：{ $length }
mine-overlap = { $length }重なる相手：
mine-moved = 変更されました。選んだときは：{ $place }
mine-length = 長さが変わりました。選んだときは：{ $length }
mine-gone-title = プログラムからなくなったもの
mine-gone-was = 以前は：{ $place }
mine-share-title = 共有と持ち出し
mine-share-why = このリンクを持つ人はこれらのセッションを見られますが、あなたのことは何も分かりません。後の変更は含まれません。
mine-share-link = これらのセッションへのリンク
mine-clear = このブラウザーからすべて外す
mine-take = マイプログラムに追加
mine-take-why = ご自身の選択はそのままで、足りないものだけを追加します。
length-minutes = { $minutes }分
length-hours = { $hours }時間
length-hours-and-minutes = { $hours }時間{ $minutes }分
refusal-too-many-choices = { $max } 件のセッションを選んでいます。一人分として保存できる上限です。
refusal-too-many-choices-remedy = 先に一つをマイプログラムから外してください。
mine-kept-account = アカウントに保存され、どの端末でも同じです。どのセッションかはご本人だけに見え、主催者には各セッションを選んだ人数だけが見えます。
mine-before = { $count ->
   *[other] サインインする前に、この端末で { $count } 件のセッションを選んでいます。
}
mine-join = マイプログラムに追加
mine-leave = 忘れる
mine-clear-account = マイプログラムからすべて外す
mine-calendar = これらのセッションのカレンダー
mine-calendar-name = マイセッション · { $meeting }
