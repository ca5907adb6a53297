//! The hover text of a time: the date that a number means, and the unit of other values.

use super::{Told, is_over};
use crate::lsp::inlay_hints::date;
use crate::model::{Model, Time};

/// The length of an average year.
const SECONDS_A_YEAR: i64 = 31_556_952;

/// The hover text for the time that an SDK call is given at a position. `None` where it may be several things.
pub fn at(model: &Model<'_>, at: usize) -> Option<Told> {
    model.times().slots().iter().find_map(|slot| {
        let [case] = &slot.cases[..] else { return None };
        let is_it = !case.partial && is_over(case.at, at);
        let text = is_it.then(|| told(&model.text(case.at), case.time)).flatten()?;
        Some(Told { range: case.at, text })
    })
}

fn told(written: &str, time: Time) -> Option<String> {
    let number = written.replace('_', "").parse::<i64>().ok();
    let Some(number) = number else { return unit(time).map(str::to_owned) };
    Some(match time {
        Time::Milliseconds { text: false, .. } => {
            let date = date(number.div_euclid(1000))?;
            let year = 1970 + number / SECONDS_A_YEAR;
            format!("`{written}` is {date} in milliseconds. In seconds, it would be in the year {year}.")
        }
        Time::Seconds => format!("`{written}` is {} in seconds.", date(number)?),
        Time::Finer { per_second } => {
            let unit = if per_second > 1e6 { "nanoseconds" } else { "microseconds" };
            format!("`{written}` is {} in {unit}.", date(number.div_euclid(per_second as i64))?)
        }
        _ => return None,
    })
}

fn unit(time: Time) -> Option<&'static str> {
    match time {
        Time::Milliseconds { text: false, .. } => Some("A time in milliseconds."),
        Time::Milliseconds { text: true, .. } => Some("A string with a time in milliseconds."),
        Time::Seconds => Some("A time in whole seconds."),
        Time::FractionalSeconds { .. } => Some("A time in seconds, with a fraction."),
        Time::Date(_) => Some("A date object, which is sent as an ISO 8601 string."),
        Time::Finer { .. } | Time::DateText { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_dates() {
        let milliseconds = Time::Milliseconds { literal: None, text: false };
        let text = told("1_700_000_000_000", milliseconds).expect("a date");
        assert_eq!(
            text,
            "`1_700_000_000_000` is 2023-11-14 22:13:20 UTC in milliseconds. In seconds, it would be in the year 55840."
        );
        assert_eq!(told("0", Time::Seconds).as_deref(), Some("`0` is 1970-01-01 00:00:00 UTC in seconds."));
        let finer = |per_second| told("1700000000000000000", Time::Finer { per_second });
        assert!(finer(1e9).is_some_and(|text| text.ends_with("22:13:20 UTC in nanoseconds.")));
        assert_eq!(finer(1e6), None, "no calendar goes so far");
        assert_eq!(
            told("now", Time::FractionalSeconds { sure: true }).as_deref(),
            unit(Time::FractionalSeconds { sure: false })
        );
    }
}
