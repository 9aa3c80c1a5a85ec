//! Names as people have them, in many scripts, and names as attackers make them. All people are invented.

use super::{NAME_MAX, line};
use unicode_normalization::UnicodeNormalization as _;

/// By script. None of these may be refused or changed beyond its normal form: a person knows best how they are called.
const NAMES: &[(&str, &[&str])] = &[
    (
        "Latin",
        &[
            "Ana",
            "Y",
            "Al Bo",
            "Jean-Luc d’Exemple",
            "O'Connor-Smythe, Mary-Jane",
            "Dr. Ngozi A. Okonjo-Test, PhD",
            "María José de la Inventada y Ñandú",
            "João Exemplo Jr.",
            "Łukasz Żółć",
            "Nguyễn Thị Ví Dụ",
            "Đặng Văn Thử",
            "Þórður Dæmisson",
            "Ådne Øygård",
            "Şeyma Örnek",
            "Çağrı İğdır",
            "Mātiu Tauira",
            "Kealiʻi Laʻila",
            "Sönke von und zu Probe",
            "Ifeọma Àpẹẹrẹ",
            "ǃXóõ Kgalagadi",
            "Ŵyn Enghraifft",
            "Gabriela Příkladová",
            "Zoë X. 3rd",
            "Mehmet bin Sample @ Lab",
            "Raʼanana Test",
            "Ƙwarai Ɗan Misali",
            "Őze Példa",
            "Ħal Eżempju",
            "Ġorġ il-Prova",
            "Straße & Söhne",
            "X Æ A-12",
        ],
    ),
    (
        "Cyrillic",
        &[
            "Анна Примерова",
            "Ёлка Щукина-Ъ",
            "Олексій Приклад’юк",
            "Қанат Үлгі",
            "Ђорђе Љиљанић",
            "Цэцэг Жишээ",
            "Ҷамшед Намуна",
        ],
    ),
    ("Greek", &["Ελένη Παραδειγματίδου", "Ἀλέξανδρος Δοκιμῆς", "ΓΙΏΡΓΟΣ Τ."]),
    (
        "Arabic",
        &[
            "أمينة المثال",
            "محمّد بن عبد الله التجربة",
            "علي‌رضا نمونه",
            "می‌خواهم نمونه‌ای",
            "شازیہ مثال",
            "ئاوات نموونە",
            "د. سعاد (أم أحمد)",
            "مُحَمَّدٌ",
            "عبد الرحمن 2",
            "\u{200F}ليلى",
            "Amina أمينة",
        ],
    ),
    ("Hebrew", &["שרה לדוגמה", "שָׁלוֹם בֶּן־נִסָּיוֹן", "ד״ר ג׳ורג׳ בדיקה"]),
    ("Devanagari", &["उदाहरण कुमारी", "श्रीमती लक्ष्मी प्रयोग", "क्‍षितिज नमुना", "संदीप ज़हीर"]),
    ("Bengali", &["উদাহরণ দাস", "মোঃ রহমান পরীক্ষা"]),
    ("Tamil", &["எடுத்துக்காட்டு குமார்", "ஸ்ரீ மாதிரி"]),
    ("Sinhala", &["නිදසුන් පෙරේරා", "ශ්‍රී ලාල්"]),
    ("Thai", &["สมชาย ตัวอย่าง", "น้ำผึ้ง ทดสอบ"]),
    ("Lao and Khmer", &["ຕົວຢ່າງ ວົງ", "ឧទាហរណ៍ សុខ"]),
    ("Myanmar", &["ဥပမာ ဦးအောင်", "စမ်းသပ် မ"]),
    ("Tibetan", &["དཔེ་མཚོན་ ཚེ་རིང་"]),
    ("Han", &["例 子", "王小測", "欧阳 样例", "𠮷野 例", "葛󠄀城"]),
    ("Kana", &["やまだ たろう", "サンプル・ハナコ", "ﾃｽﾄ", "髙橋 例子", "がぎぐ"]),
    ("Hangul", &["김보기", "보기 이", "ㄱㄴ 시험"]),
    ("Ethiopic", &["ምሳሌ ተስፋዬ", "ሙከራ፡ወልደ"]),
    ("Georgian and Armenian", &["ნიმუშ მაგალითაძე", "Օրինակ Փորձյան"]),
    ("Cherokee and Syllabics", &["ᏣᎳᎩ ᎠᏂ", "ᐃᓄᒃ ᐆᒃᑑᑦ"]),
    ("Tifinagh and N’Ko", &["ⴰⵎⴰⵢⴰ ⵜⴰⵎⴷⵢⴰ", "ߞߊ߲ߕߍ ߡߌ߬ߛߊ߬ߟߌ"]),
    ("with signs", &["👩🏽‍🔬 Lab", "Team 🇰🇪", "Ana ☕️", "Zoë ✨"]),
];

#[test]
fn names_as_people_have_them_are_taken_as_they_are() {
    let mut refused = Vec::new();
    let mut count = 0;
    for (script, names) in NAMES {
        for name in *names {
            count += 1;
            match line("name", name, NAME_MAX) {
                Ok(kept) => assert_eq!(kept, name.nfc().collect::<String>(), "{script}"),
                Err(refusal) => refused.push(format!("{script}: {name}: {refusal}")),
            }
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
    assert!(count >= 90 && NAMES.len() >= 13, "{count} names in {} groups", NAMES.len());
}

/// The same name in both of its forms is one name.
#[test]
fn a_name_is_kept_in_one_form_however_it_was_typed() {
    for (_, names) in NAMES {
        for name in *names {
            let apart: String = name.nfd().collect();
            assert_eq!(line("name", &apart, 4 * NAME_MAX).ok(), line("name", name, NAME_MAX).ok(), "{name}");
        }
    }
}

#[test]
fn what_disguises_a_name_is_refused_and_what_is_nothing_is_dropped() {
    let piled = format!("Z{}algo", "\u{337}".repeat(9));
    // (what is typed, what stands there, or nothing if it is refused)
    let attacks: &[(&str, Option<&str>)] = &[
        ("Amina\u{202E}gnp.exe", None),
        ("\u{202D}Secretariat", None),
        ("\u{202A}Chair\u{202C}", None),
        ("\u{202B}Chair\u{202C}", None),
        ("Chair\u{2066}\u{2069}", None),
        ("\u{2067}Chair", None),
        ("\u{2068}Chair", None),
        ("Amina\u{2069}", None),
        ("Am\u{200B}ina", Some("Amina")),
        ("\u{FEFF}Amina", Some("Amina")),
        ("Amina\u{2060}", Some("Amina")),
        ("Ami\u{AD}na", Some("Amina")),
        ("Amina\u{3164}", None),
        ("\u{115F}\u{1160}", None),
        ("Amina\u{E0041}\u{E007F}", None),
        ("Amina\u{E0100}", None),
        ("葛\u{E0100}\u{E0100}城", None),
        ("Amina\u{034F}", None),
        ("Amina\u{2063}", None),
        ("Amina\u{180E}", None),
        ("Amina\u{206A}", None),
        ("Amina\u{1D173}", None),
        ("Amina\0", None),
        ("Amina\u{1B}[31m", None),
        ("Amina\u{7F}", None),
        ("Amina\u{85}Chair", Some("Amina Chair")),
        ("Amina\r\nBcc: all@forum.example", Some("Amina Bcc: all@forum.example")),
        ("Amina\u{2028}Chair", Some("Amina Chair")),
        ("\u{200D}", None),
        ("\u{200E}\u{200F}", None),
        ("\u{FE0F}\u{FE0F}", None),
        ("\u{3000}\u{00A0}", None),
        (&piled, None),
    ];
    for (typed, expected) in attacks {
        assert_eq!(line("name", typed, NAME_MAX).ok().as_deref(), *expected, "{typed:?}");
    }
}
