# El programa en forma de archivos.

exports-title = Llevarse el programa
exports-lead = Cada uno de estos archivos es el programa tal como se publicó por última vez. Su dirección no cambia: la próxima versión también estará ahí.
exports-link = Calendario, archivo sin conexión, hojas de cálculo, datos
exports-days = El calendario de un día
exports-sessions = La página de cada sesión tiene su propio calendario.
export-ics = Calendario
export-ics-about = Para el calendario de su teléfono u ordenador: suscríbase y cada cambio llegará por sí solo.
export-html = Página sin conexión
export-html-about = Todo el programa en un solo archivo que no necesita red, con filtro y listo para imprimir.
export-xlsx = Hoja de cálculo (Excel, LibreOffice)
export-xlsx-about = Una fila por sesión, con fechas y horas de verdad, para quien planifica y cuenta.
export-csv = Tabla (CSV)
export-csv-about = La misma tabla como texto sin formato, para scripts y para cualquier hoja de cálculo.
export-atom = Canal de cambios (Atom)
export-atom-about = Para lectores de noticias: una entrada por versión publicada, con lo que cambió.
export-xml = Schedule XML
export-xml-about = Para aplicaciones de conferencias y pantallas informativas que leen schedule.xml.
export-json = Schedule JSON
export-json-about = Para aplicaciones de conferencias y scripts que leen schedule.json, con funciones y biografías.
export-jsonld = JSON-LD
export-jsonld-about = Para buscadores y archivos, en los términos de schema.org.
export-size = { $count ->
    [one] Un kilobyte
   *[other] { $count } kilobytes
}
export-subscribe = Suscribirse en su calendario
export-role = { $role }: { $name }
export-feed = Cambios del programa: { $meeting }
export-offline-cut = En este archivo los textos largos están acortados; están completos en la página de cada sesión.
export-offline-since = Este archivo no muestra cambios posteriores. Están en
export-offline-words = Palabras de una sesión
session-calendar = Añadir a su calendario
