//! The form and the rules of a call, changed by forms as a browser sends them.

use super::Desk;
use crate::app::forum_in;
use axum::http::StatusCode;
use forum::CallId;
use forum::call::{Call, Field, FieldKind, Seen};

fn call(desk: &Desk) -> Call {
    let state = desk.app.state("igf").unwrap();
    Call::clone(&forum_in(&state).call.calls[&CallId(1)])
}

fn field(desk: &Desk, key: &str) -> Field {
    call(desk).fields.into_iter().find(|field| field.key == key).unwrap()
}

#[test]
fn a_field_of_ones_own_is_added_translated_and_asked_under_a_condition() {
    let desk = Desk::with_call("sessions");
    let plain =
        "takes=one&seen=public&step=2&required=yes&when=format=panel&when=format=debate&only=workshop";
    let options = "options=Morning%0ALate = After lunch";
    desk.do_form(
        "/calls/1/fields",
        &format!("do=field&language=en&label=Time of day&help=When&{options}&{plain}"),
    );
    let added = field(&desk, "time-of-day");
    assert!(added.required && added.seen == Seen::Public && added.step == 2 && added.only == ["workshop"]);
    assert_eq!(added.when.as_ref().unwrap().any_of, ["panel", "debate"]);
    let french = "label=Moment&help=&options=morning = Le matin%0Alate&field=time-of-day";
    desk.do_form("/calls/1/fields?language=fr", &format!("do=field&language=fr&{french}&{plain}"));
    let translated = field(&desk, "time-of-day");
    assert_eq!((translated.label["en"].as_str(), translated.label["fr"].as_str()), ("Time of day", "Moment"));
    let FieldKind::One(choices) = &translated.kind else { panic!("{:?}", translated.kind) };
    let said: Vec<_> = choices.iter().map(|choice| (choice.key.as_str(), choice.said.get("fr"))).collect();
    assert_eq!(
        said,
        [("morning", Some(&"Le matin".to_owned())), ("late", None)].map(|(key, said)| (key, said))
    );
}

#[test]
fn fields_go_up_and_down_on_their_page_and_built_in_ones_come_back() {
    let desk = Desk::with_call("sessions");
    let order = |desk: &Desk| -> Vec<String> {
        call(desk).fields.into_iter().filter(|field| field.step == 2).map(|field| field.key).collect()
    };
    let before = order(&desk);
    desk.do_form("/calls/1/fields", &format!("do=down&field={}", before[0]));
    let mut swapped = before.clone();
    swapped.swap(0, 1);
    assert_eq!(order(&desk), swapped);
    desk.do_form("/calls/1/fields", &format!("do=up&field={}", before[0]));
    assert_eq!(order(&desk), before);
    let first = format!("do=up&field={}&key=first", before[0]);
    assert_eq!(desk.post("/calls/1/fields", &first), StatusCode::UNPROCESSABLE_ENTITY, "it is the first");
    desk.do_form("/calls/1/fields", "do=drop-field&field=tools");
    assert!(desk.get("/igf/desk/calls/1/fields").1.contains("bring-back"));
    desk.do_form("/calls/1/fields", "do=bring-back&field=tools");
    assert_eq!(field(&desk, "tools").step, 4);
    let (status, page) = desk.get("/igf/desk/calls/1/fields?view=preview&lang=ar");
    assert!(status == StatusCode::OK && page.contains("preview-title"), "{page}");
}

#[test]
fn a_field_without_a_name_or_with_a_figure_that_is_none_is_refused() {
    let desk = Desk::with_call("sessions");
    for (nth, fields) in [
        "do=field&language=en&label=&takes=line&seen=public&step=1",
        "do=field&language=en&label=X&takes=line&seen=public&step=many",
        "do=field&language=en&label=X&takes=one&seen=public&step=1&options=",
        "do=field&language=en&label=X&takes=line&seen=public&step=1&words_most=few",
    ]
    .iter()
    .enumerate()
    {
        let status = desk.post("/calls/1/fields", &format!("{fields}&key=bad{nth}"));
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{fields}");
    }
    assert_eq!(desk.post("/calls/1/fields", "do=up&field=nothing&key=n"), StatusCode::NOT_FOUND);
}

#[test]
fn a_rule_gets_a_figure_and_a_reason_and_is_switched_off_and_on() {
    let desk = Desk::with_call("sessions");
    let rule = |desk: &Desk| call(desk).requirements.into_iter().find(|rule| rule.key == "at-least-speakers");
    let change = "do=rule&rule=at-least-speakers&count=4&only=workshop&language=fr&reason=Parce que";
    desk.do_form("/calls/1/rules?language=fr", &format!("{change}&on=yes"));
    let set = rule(&desk).unwrap();
    assert_eq!((set.count, set.only, set.reason["fr"].as_str()), (4, vec!["workshop".into()], "Parce que"));
    desk.do_form("/calls/1/rules", "do=rule&rule=at-least-speakers&language=en&count=4");
    assert!(rule(&desk).is_none());
    desk.do_form("/calls/1/rules", "do=rule&rule=at-least-speakers&language=en&count=2&on=yes");
    assert_eq!(rule(&desk).unwrap().count, 2);
    let nothing = "do=rule&rule=at-least-speakers&language=en&count=&on=yes&key=r";
    assert_eq!(desk.post("/calls/1/rules", nothing), StatusCode::UNPROCESSABLE_ENTITY);
}
