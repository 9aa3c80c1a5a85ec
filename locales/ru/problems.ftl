# Что говорит сервер, когда между запросом и ответом что-то стоит: что произошло и что делать.
problem-not-found = По этому адресу ничего нет.
problem-not-found-remedy = Проверьте адрес или начните с главной страницы форума.
problem-not-utf8 = Текст не в UTF-8: не читается байт в строке { $line }, столбце { $column }.
problem-not-utf8-remedy = Сохраните его в UTF-8 и отправьте ещё раз.
problem-bad-json = Команда не читается в строке { $line }, столбце { $column }: { $why }.
problem-bad-json-remedy = Исправьте её в этом месте и отправьте ещё раз с новым ключом.
problem-bad-parameter = «{ $field }» в адресе здесь неизвестен, указан дважды или имеет недопустимое значение.
problem-bad-parameter-remedy = Исправьте адрес и повторите запрос; справочник по адресу /reference перечисляет допустимое.
problem-wrong-type = Тело запроса не того типа, который принимает этот адрес.
problem-wrong-type-remedy = Отправьте его с заголовком «Content-Type: application/json».
problem-scope-missing = Ваш ключ этого не разрешает: в нём нет «{ $scope }».
problem-scope-missing-remedy = Создайте ключ, который это разрешает, или используйте другой.
problem-timeout = Запрос занял слишком много времени и был прерван.
problem-timeout-remedy = Отправьте его ещё раз, с тем же ключом, если он что-то меняет; меньшая часть пройдёт быстрее.
problem-no-such-method = Этот адрес не принимает запросы такого вида.
problem-no-such-method-remedy = Допустимые виды перечислены в заголовке «Allow» этого ответа.
problem-too-large = Отправленное больше, чем принимает этот адрес ({ $kilobytes } КБ).
problem-too-large-remedy = Отправляйте меньше за один раз или пользуйтесь командной строкой на сервере.
problem-bad-key = Заголовка Idempotency-Key нет, или в нём не от 1 до 64 видимых знаков ASCII.
problem-bad-key-remedy = Отправляйте с каждой новой командой новый UUID, а при повторе команды — прежний.
problem-key-taken = Этот ключ (Idempotency-Key) уже использован для другой команды.
problem-key-taken-remedy = Для новой команды возьмите новый ключ.
problem-no-token = Этот адрес — для тех, кто вошёл.
problem-no-token-remedy = Войдите и повторите запрос. Программа передаёт ключ в заголовке «Authorization: Bearer …»: ваш собственный или тот, что лежит в файле «token» в папке данных сервера.
problem-foreign = Этого изменения попросила страница другого сайта, поэтому оно не сделано.
problem-foreign-remedy = Если вы этого хотели, откройте страницу самого форума и сделайте это там.
problem-busy = Слишком много команд ждут очереди.
problem-busy-remedy =
    Ничего не потеряно: отправьте её ещё раз { $seconds ->
        [one] через { $seconds } секунду
        [few] через { $seconds } секунды
       *[other] через { $seconds } секунд
    } с тем же ключом.
problem-crowded = Слишком много людей обратились одновременно.
problem-crowded-remedy =
    С вашим запросом всё в порядке: повторите его { $seconds ->
        [one] через { $seconds } секунду
        [few] через { $seconds } секунды
       *[other] через { $seconds } секунд
    }.
problem-full = Диск сервера заполнен; ничего не записано.
problem-full-remedy = Читать можно и дальше. Отправьте ещё раз с тем же ключом, когда место появится.
problem-unreachable = База данных сейчас недоступна.
problem-unreachable-remedy =
    Отправьте ещё раз { $seconds ->
        [one] через { $seconds } секунду
        [few] через { $seconds } секунды
       *[other] через { $seconds } секунд
    } с тем же ключом: это будет сделано один раз.
problem-stopping = Сервер перезапускается.
problem-stopping-remedy =
    Отправьте ещё раз { $seconds ->
        [one] через { $seconds } секунду
        [few] через { $seconds } секунды
       *[other] через { $seconds } секунд
    } с тем же ключом: это будет сделано один раз.
problem-broken = Что-то не сработало с нашей стороны, и мы это записали.
problem-broken-remedy = Попробуйте ещё раз; если не пройдёт, сообщите тем, кто ведёт этот сервер, когда это случилось.
