# 機械による計画：計算、案、比較。$session、$one、$other はコード。

refusal-no-such-variant = このプログラムに案{ $variant }はありません。
refusal-no-such-variant-remedy = 削除された可能性があります。案の一覧をご覧ください。
refusal-too-many-variants = 案は{ $max }件保存されており、これが上限です。
refusal-too-many-variants-remedy = 先に一つを削除してください。
