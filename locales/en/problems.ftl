# What the server says when something stands between a request and its answer: what happened, and what to do.
problem-not-found = There is nothing at this address.
problem-not-found-remedy = Check the address, or start from the front page of the forum.
problem-not-utf8 = The text is not UTF-8: the byte at line { $line }, column { $column } cannot be read.
problem-not-utf8-remedy = Save it as UTF-8 and send it again.
problem-bad-json = The command cannot be read at line { $line }, column { $column }: { $why }.
problem-bad-json-remedy = Correct it there and send it again under a new key.
problem-bad-parameter = “{ $field }” in the address is not known here, stands there twice, or is not what it takes.
problem-bad-parameter-remedy = Correct the address and ask again; the reference at /reference lists what it takes.
problem-wrong-type = The body is of another type than this address takes.
problem-wrong-type-remedy = Send it with the header “Content-Type: application/json”.
problem-scope-missing = Your token does not allow this: it lacks “{ $scope }”.
problem-scope-missing-remedy = Make a token that allows it, or use another one of yours.
problem-timeout = The request took too long and was cut off.
problem-timeout-remedy = Send it again, under the same key if it changes something; a smaller part goes faster.
problem-no-such-method = This address does not take this kind of request.
problem-no-such-method-remedy = The header “Allow” of this answer lists the kinds that it takes.
problem-too-large = What you sent is larger than this address takes ({ $kilobytes } KB).
problem-too-large-remedy = Send less at a time, or use the command line on the server.
problem-bad-key = The header Idempotency-Key is missing, or is not 1 to 64 visible ASCII characters.
problem-bad-key-remedy = Send a fresh UUID with every new command, and the same one when you repeat a command.
problem-key-taken = This Idempotency-Key was used for another command.
problem-key-taken-remedy = Take a new key for a new command.
problem-no-token = This address is for people who have signed in.
problem-no-token-remedy = Sign in and ask again. A program sends a token as “Authorization: Bearer …”: one of your own, or the one in the file “token” in the server’s data folder.
problem-foreign = A page of another site asked for this change, so it was not made.
problem-foreign-remedy = If you meant it, open the forum’s own page and do it there.
problem-busy = Too many commands are waiting.
problem-busy-remedy =
    Nothing is lost: send it again { $seconds ->
        [one] in a second
       *[other] in { $seconds } seconds
    }, under the same key.
problem-crowded = Too many people are asking at once.
problem-crowded-remedy =
    Nothing is wrong with your request: ask again { $seconds ->
        [one] in a second
       *[other] in { $seconds } seconds
    }.
problem-full = The server’s disk is full; nothing was written.
problem-full-remedy = Reading goes on. Send it again, under the same key, when there is room.
problem-unreachable = The database cannot be reached at the moment.
problem-unreachable-remedy =
    Send it again { $seconds ->
        [one] in a second
       *[other] in { $seconds } seconds
    }, under the same key: it will be done once.
problem-stopping = The server is restarting.
problem-stopping-remedy =
    Send it again { $seconds ->
        [one] in a second
       *[other] in { $seconds } seconds
    }, under the same key: it will be done once.
problem-broken = Something went wrong on our side, and we have written it down.
problem-broken-remedy = Try again; if it stays, tell whoever runs this server when it happened.
