//! What people call the columns, in English, French, German, Spanish and Portuguese, and the most usual
//! ones in Russian, Chinese, Japanese and Arabic.

use super::Field;

/// The words for each field: lower case, without accents, the most telling first, a comma between.
pub(super) const WORDS: &[(Field, &str)] = &[
    (
        Field::Title,
        "title, titel, titre, titulo, session title, session name, sitzung, thema, intitule, \
         name, nom, nombre, nome, session, название, заголовок, тема доклада, 标题, 会议名称, タイトル, 題名, \
         セッション名, العنوان, عنوان الجلسة",
    ),
    (Field::Subtitle, "subtitle, untertitel, sous titre, subtitulo"),
    (
        Field::Abstract,
        "abstract, summary, kurzbeschreibung, zusammenfassung, resume, resumen, resumo, \
         аннотация, 摘要, 概要, الملخص",
    ),
    (
        Field::Description,
        "description, beschreibung, descripcion, descricao, details, описание, 描述, 说明, 説明, الوصف",
    ),
    (Field::Language, "language, sprache, langue, idioma, lengua, lingua, язык, 语言, 言語, اللغة"),
    (
        Field::Type,
        "type, format, session type, typ, art, sitzungsart, formato, tipo, тип, формат, 类型, 形式, \
         種別, النوع",
    ),
    (
        Field::Track,
        "track, theme, strang, themenstrang, schwerpunkt, thematique, piste, filiere, eje, eje \
         tematico, linea tematica, pista, trilha, трек, тема, направление, 主题, トラック, テーマ, المسار",
    ),
    (
        Field::Room,
        "room, venue, location, raum, saal, ort, salle, lieu, sala, salon, lugar, aula, зал, \
         аудитория, помещение, 会议室, 会場, 部屋, القاعة",
    ),
    (Field::Date, "date, day, datum, tag, jour, fecha, dia, data, дата, день, 日期, 日付, التاريخ"),
    (
        Field::Start,
        "start, start time, starts, begin, begins, from, beginn, anfang, startzeit, von, debut, \
         heure de debut, heure, de, inicio, hora de inicio, comienzo, desde, hora, time, uhrzeit, \
         zeit, horaire, начало, время начала, время, 开始, 开始时间, 開始, 開始時刻, البداية, وقت البدء",
    ),
    (
        Field::End,
        "end, end time, ends, to, until, ende, endzeit, bis, fin, heure de fin, a, hora de fin, \
         termino, hasta, fim, окончание, конец, время окончания, 结束, 结束时间, 終了, 終了時刻, النهاية, وقت \
         الانتهاء",
    ),
    (
        Field::Duration,
        "duration, length, minutes, dauer, lange, minuten, duree, duracion, minutos, duracao, \
         длительность, продолжительность, 时长, 所要時間, المدة",
    ),
    (
        Field::Speakers,
        "speakers, speaker, panelists, panellists, presenters, presenter, persons, people, \
         referenten, referent, referierende, vortragende, sprecher, personen, intervenants, \
         intervenant, intervenantes, orateurs, ponentes, ponente, oradores, panelistas, \
         palestrantes, докладчики, докладчик, спикеры, выступающие, 发言人, 演讲者, 登壇者, 講演者, المتحدثون",
    ),
    (
        Field::Moderators,
        "moderators, moderator, moderation, moderatoren, moderierende, moderateur, \
         moderateurs, moderatrice, animateur, moderador, moderadora, moderadores, модератор, \
         модераторы, ведущий, 主持人, モデレーター, 司会, المنسق",
    ),
    (
        Field::OnlineModerators,
        "online moderators, online moderator, remote moderators, remote moderator, online moderatoren, \
         moderateurs en ligne, moderadores en linea, онлайн модераторы, 在线主持人, オンラインモデレーター",
    ),
    (
        Field::Chairs,
        "chairs, chair, co chairs, vorsitz, presidence, presidencia, председатель, председатели, 主席, 議長, \
         الرئيس",
    ),
    (
        Field::Rapporteurs,
        "rapporteurs, rapporteur, berichterstatter, berichterstattung, rapporteuse, relator, \
         relatora, relatores",
    ),
    (
        Field::Organisers,
        "organisers, organizers, organiser, organizer, host, veranstalter, organisation, \
         organisateurs, organisateur, organizadores, organizador, организатор, организаторы, 主办方, \
         主催者, المنظمون",
    ),
    (Field::Guid, "guid, uuid"),
    (Field::Id, "id, number, no, nr, nummer, numero, session id"),
    (Field::Code, "code, kurzel, codigo"),
    (Field::Url, "url, link, website, web, page, lien, enlace"),
    (Field::DoNotRecord, "do not record, no recording, nicht aufzeichnen, ne pas enregistrer, no grabar"),
    (Field::Licence, "licence, license, lizenz, licencia"),
    (Field::State, "state, status, etat, statut, estado, zustand"),
];

/// A column name for comparison: lower case, without accents and signs.
pub(super) fn fold(name: &str) -> String {
    let letters = name
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            c if c.is_alphanumeric() => c,
            _ => ' ',
        })
        .collect::<String>();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}
