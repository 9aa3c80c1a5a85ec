# Lo que dice el servidor cuando algo se interpone entre una petición y su respuesta: qué ha pasado y qué se puede hacer.
problem-not-found = No hay nada en esta dirección.
problem-not-found-remedy = Compruebe la dirección o empiece por la portada del foro.
problem-not-utf8 = El texto no está en UTF-8: no se puede leer el byte de la línea { $line }, columna { $column }.
problem-not-utf8-remedy = Guárdelo en UTF-8 y envíelo otra vez.
problem-bad-json = No se puede leer la orden en la línea { $line }, columna { $column }: { $why }.
problem-bad-json-remedy = Corríjala ahí y envíela otra vez con una clave nueva.
problem-bad-parameter = «{ $field }» en la dirección no se conoce aquí, aparece dos veces o no es lo que se admite.
problem-bad-parameter-remedy = Corrija la dirección y vuelva a pedirla; la referencia en /reference enumera lo que se admite.
problem-wrong-type = El contenido es de un tipo distinto del que acepta esta dirección.
problem-wrong-type-remedy = Envíelo con la cabecera «Content-Type: application/json».
problem-scope-missing = Su clave no lo permite: le falta «{ $scope }».
problem-scope-missing-remedy = Cree una clave que lo permita o use otra de las suyas.
problem-timeout = La petición tardó demasiado y se interrumpió.
problem-timeout-remedy = Envíela de nuevo, con la misma clave si cambia algo; una parte más pequeña irá más rápido.
problem-no-such-method = Esta dirección no acepta este tipo de petición.
problem-no-such-method-remedy = La cabecera «Allow» de esta respuesta enumera los tipos que acepta.
problem-too-large = Lo que envió supera lo que acepta esta dirección ({ $kilobytes } KB).
problem-too-large-remedy = Envíe menos de una vez, o use la línea de órdenes en el servidor.
problem-bad-key = Falta la cabecera Idempotency-Key, o no tiene de 1 a 64 caracteres ASCII visibles.
problem-bad-key-remedy = Envíe un UUID nuevo con cada orden nueva, y el mismo cuando repita una orden.
problem-key-taken = Esta clave (Idempotency-Key) ya se usó para otra orden.
problem-key-taken-remedy = Tome una clave nueva para una orden nueva.
problem-no-token = Esta dirección es para quienes han iniciado sesión.
problem-no-token-remedy = Inicie sesión y vuelva a intentarlo. Un programa envía una clave como «Authorization: Bearer …»: una propia, o la del archivo «token» de la carpeta de datos del servidor.
problem-foreign = La página de otro sitio pidió este cambio, así que no se hizo.
problem-foreign-remedy = Si lo deseaba, abra la página del propio foro y hágalo allí.
problem-busy = Hay demasiadas órdenes en espera.
problem-busy-remedy =
    No se ha perdido nada: envíela otra vez { $seconds ->
        [one] dentro de un segundo
       *[other] dentro de { $seconds } segundos
    }, con la misma clave.
problem-crowded = Demasiadas personas lo piden a la vez.
problem-crowded-remedy =
    Su petición está bien: pida de nuevo { $seconds ->
        [one] dentro de un segundo
       *[other] dentro de { $seconds } segundos
    }.
problem-full = El disco del servidor está lleno; no se ha escrito nada.
problem-full-remedy = Se puede seguir leyendo. Envíela otra vez, con la misma clave, cuando haya sitio.
problem-unreachable = No se puede acceder a la base de datos en este momento.
problem-unreachable-remedy =
    Envíela otra vez { $seconds ->
        [one] dentro de un segundo
       *[other] dentro de { $seconds } segundos
    }, con la misma clave: se hará una sola vez.
problem-stopping = El servidor se está reiniciando.
problem-stopping-remedy =
    Envíela otra vez { $seconds ->
        [one] dentro de un segundo
       *[other] dentro de { $seconds } segundos
    }, con la misma clave: se hará una sola vez.
problem-broken = Algo ha fallado por nuestra parte, y lo hemos anotado.
problem-broken-remedy = Vuelva a intentarlo; si persiste, diga a quien gestiona este servidor cuándo ocurrió.
