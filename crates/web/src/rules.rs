//! `/GROUP/rules`: how the group agrees, each rule a setting, and the calendar of its seat.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use group::parts::{Elector, Holiday, SettingValue, Weekday};
use group::{Command, Refusal, settings};
use office::desk::Desk;
use pages::rules::{Rule, RuleValue, Rules, SetCalendar, SetWeights};
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, secretariat, settled};
use crate::show::{self, words};

/// The page.
pub(crate) async fn page(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let shell = show::shell(&app, &who, &desk, Place::Elsewhere);
    Ok(show::page(&shell, &view(&app, &desk)))
}

fn view(app: &App, desk: &Desk<'_>) -> Rules {
    let may = desk.is_secretariat();
    let rows = desk
        .rules()
        .into_iter()
        .map(|(name, value, is_default)| Rule {
            name: name.to_owned(),
            value: match value {
                SettingValue::Word(word) if name == settings::VOTE_MAJORITY => {
                    RuleValue::Majority(word)
                }
                other => shown(other),
            },
            is_default,
            set: (may && !settings::FIXED.contains(&name)).then(|| show::form(app)),
        });
    let calendar = desk.calendar();
    let rest = calendar.rest.iter().map(|day| day.word().to_owned());
    let rest: Vec<String> = rest.collect();
    let holidays = calendar.holidays.iter();
    let members = desk.weights();
    let lines = holidays.clone().map(|(day, name)| format!("{day} {name}"));
    Rules {
        rows: rows.collect(),
        set: may.then(|| SetCalendar {
            form: show::form(app),
            rest: rest.clone(),
            holidays: lines.collect::<Vec<_>>().join("\n"),
        }),
        weights: members
            .iter()
            .filter(|one| one.votes != 1)
            .map(|one| (show::org_of(desk, one.organisation), one.votes))
            .collect(),
        set_weights: (may && desk.votes_allowed()).then(|| SetWeights {
            form: show::form(app),
            members: members
                .iter()
                .map(|one| {
                    let id = one.organisation.to_string();
                    (
                        id,
                        show::org_of(desk, one.organisation),
                        one.votes.to_string(),
                    )
                })
                .collect(),
        }),
        rest,
        holidays: holidays
            .map(|(day, name)| (show::date_of(*day), name.clone()))
            .collect(),
    }
}

fn shown(value: SettingValue) -> RuleValue {
    match value {
        SettingValue::Switch(on) => RuleValue::Switch(on),
        SettingValue::Number(number) => RuleValue::Number(number),
        SettingValue::Word(word) => RuleValue::Word(word),
    }
}

/// Sets one rule.
pub(crate) async fn set(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let name = posted.text("name");
    let typed = posted.text(name);
    let rules = desk.rules();
    let now = rules.iter().find(|(each, ..)| *each == name);
    let (_, now, _) = now.ok_or(Failure::NotOurForm)?;
    let refuse = |why: &str| {
        let mut view = view(&app, &desk);
        let found = view.rows.iter_mut().find(|row| row.name == name);
        let row = found.ok_or(Failure::NotOurForm)?;
        row.set = Some(Form::new(posted.text("command")).refused(name, why));
        if let RuleValue::Word(word) = &mut row.value {
            typed.clone_into(word);
        }
        let shell = show::shell(&app, &who, &desk, Place::Elsewhere);
        Ok(show::refused_page(&shell, &view))
    };
    let value = match now {
        SettingValue::Switch(_) => SettingValue::Switch(typed == "on"),
        SettingValue::Word(_) => SettingValue::Word(typed.to_owned()),
        SettingValue::Number(_) => match typed.parse() {
            Ok(number) => SettingValue::Number(number),
            Err(_) => return refuse(words().t("problem-rule-number")),
        },
    };
    let command = Command::SetRule {
        name: name.to_owned(),
        value,
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(
        ran,
        &who.group,
        "rules",
        "rule-set",
        |refusal| match refusal {
            Refusal::NoSetting { .. } => refuse(words().t("problem-rule-value")),
            other => refuse(&sentence(other)),
        },
    )
}

/// Sets the calendar as a whole.
pub(crate) async fn calendar(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let rest = posted.all("rest");
    let refuse = |field: &str, why: &str| {
        let mut view = view(&app, &desk);
        view.set = Some(SetCalendar {
            form: Form::new(posted.text("command")).refused(field, why),
            rest: rest.clone(),
            holidays: posted.text("holidays").to_owned(),
        });
        let shell = show::shell(&app, &who, &desk, Place::Elsewhere);
        Ok(show::refused_page(&shell, &view))
    };
    let days: Option<Vec<Weekday>> = rest.iter().map(|day| Weekday::of(day)).collect();
    let Some(holidays) = written(posted.text("holidays")) else {
        return refuse("holidays", words().t("problem-holiday"));
    };
    let command = Command::SetCalendar {
        rest: days.ok_or(Failure::NotOurForm)?,
        holidays,
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(ran, &who.group, "rules", "calendar-set", |refusal| {
        let field = match refusal {
            Refusal::NoWorkingDay {} => "rest",
            _ => "holidays",
        };
        refuse(field, &sentence(refusal))
    })
}

/// The holidays of the lines: a day, then its name. `None`: a line is no such line.
fn written(lines: &str) -> Option<Vec<Holiday>> {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    let holiday = |line: &str| {
        let (day, name) = line.split_once(char::is_whitespace)?;
        Some(Holiday {
            on: day.parse().ok()?,
            name: name.trim().to_owned(),
        })
    };
    lines.map(holiday).collect()
}

/// Sets the votes of all members.
pub(crate) async fn votes(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let typed = |id: group::Id| posted.text(&format!("votes-{id}")).to_owned();
    let refuse = |field: &str, why: &str| {
        let mut view = view(&app, &desk);
        let set = view.set_weights.as_mut().ok_or(Failure::NotFound)?;
        set.form = Form::new(posted.text("command")).refused(field, why);
        for (id, _, votes) in &mut set.members {
            posted.text(&format!("votes-{id}")).clone_into(votes);
        }
        let shell = show::shell(&app, &who, &desk, Place::Elsewhere);
        Ok(show::refused_page(&shell, &view))
    };
    let mut weights = Vec::new();
    for member in desk.weights() {
        let of = member.organisation;
        let Some(votes) = typed(of).parse().ok().filter(|votes| *votes > 0) else {
            return refuse(&format!("votes-{of}"), words().t("problem-votes"));
        };
        weights.push(Elector {
            organisation: of,
            votes,
        });
    }
    let command = Command::SetWeights { weights };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(ran, &who.group, "rules", "votes-set", |refusal| {
        refuse("", &sentence(refusal))
    })
}
