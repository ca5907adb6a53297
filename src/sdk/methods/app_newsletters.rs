//! Methods of `APIClient`: newsletters. All came with 5.1 or 5.2.

use super::Method;
use super::Verb::{Delete, Get, Post, Put};
use super::lists;
use super::params::*;

/// The methods, sorted by name.
pub(super) static METHODS: &[Method] = &[
    row("createNewsletter", Post, "/newsletters", &[DATA], "Creates a newsletter").slots(&[(0, SCHEDULE)]),
    row(
        "createNewsletterLanguage",
        Post,
        "/newsletters/{newsletterId}/language",
        &[NEWSLETTER, DATA],
        "Adds a translation to a newsletter",
    ),
    row(
        "createNewsletterTestGroup",
        Post,
        "/newsletters/{newsletterId}/test_groups",
        &[NEWSLETTER],
        "Adds a test group to a newsletter",
    ),
    row(
        "createNewsletterTestGroupLanguage",
        Post,
        "/newsletters/{newsletterId}/test_group/{testGroupId}/language",
        &[NEWSLETTER, TEST_GROUP, DATA],
        "Adds a translation to a test group",
    ),
    row("deleteNewsletter", Delete, "/newsletters/{newsletterId}", &[NEWSLETTER], "Deletes a newsletter"),
    row(
        "deleteNewsletterLanguage",
        Delete,
        "/newsletters/{newsletterId}/language/{language}",
        &[NEWSLETTER, LANGUAGE],
        "Deletes a translation of a newsletter",
    ),
    row(
        "deleteNewsletterTestGroupLanguage",
        Delete,
        "/newsletters/{newsletterId}/test_group/{testGroupId}/language/{language}",
        &[NEWSLETTER, TEST_GROUP, LANGUAGE],
        "Deletes a translation of a test group",
    ),
    row("getNewsletter", Get, "/newsletters/{newsletterId}", &[NEWSLETTER], "Reads a newsletter"),
    row(
        "getNewsletterContent",
        Get,
        "/newsletters/{newsletterId}/contents/{contentId}",
        &[NEWSLETTER, CONTENT],
        "Reads a content of a newsletter",
    ),
    row(
        "getNewsletterContentMetrics",
        Get,
        "/newsletters/{newsletterId}/contents/{contentId}/metrics",
        &[NEWSLETTER, CONTENT, options(&lists::NEWSLETTER_METRICS_OPTIONS)],
        "Reads the metrics of a newsletter's content",
    ),
    row(
        "getNewsletterContentMetricsLinks",
        Get,
        "/newsletters/{newsletterId}/contents/{contentId}/metrics/links",
        &[NEWSLETTER, CONTENT, options(&lists::LINK_METRICS_OPTIONS)],
        "Reads the link metrics of a newsletter's content",
    ),
    row(
        "getNewsletterContents",
        Get,
        "/newsletters/{newsletterId}/contents",
        &[NEWSLETTER],
        "Lists the contents of a newsletter",
    ),
    row(
        "getNewsletterLanguage",
        Get,
        "/newsletters/{newsletterId}/language/{language}",
        &[NEWSLETTER, LANGUAGE],
        "Reads a translation of a newsletter",
    ),
    row(
        "getNewsletterMessages",
        Get,
        "/newsletters/{newsletterId}/messages",
        &[NEWSLETTER, options(&lists::NEWSLETTER_MESSAGES_OPTIONS)],
        "Lists the deliveries of a newsletter",
    )
    .slots(&[(1, WINDOW)]),
    row(
        "getNewsletterMetrics",
        Get,
        "/newsletters/{newsletterId}/metrics",
        &[NEWSLETTER, options(&lists::NEWSLETTER_METRICS_OPTIONS)],
        "Reads the metrics of a newsletter",
    ),
    row(
        "getNewsletterMetricsLinks",
        Get,
        "/newsletters/{newsletterId}/metrics/links",
        &[NEWSLETTER, options(&lists::LINK_METRICS_OPTIONS)],
        "Reads the link metrics of a newsletter",
    ),
    row(
        "getNewsletterTestGroupLanguage",
        Get,
        "/newsletters/{newsletterId}/test_group/{testGroupId}/language/{language}",
        &[NEWSLETTER, TEST_GROUP, LANGUAGE],
        "Reads a translation of a test group",
    ),
    row(
        "getNewsletterTestGroups",
        Get,
        "/newsletters/{newsletterId}/test_groups",
        &[NEWSLETTER],
        "Lists the test groups of a newsletter",
    ),
    row("listNewsletters", Get, "/newsletters", &[options(&lists::LIST_NEWSLETTERS_OPTIONS)], "Lists the newsletters"),
    row(
        "scheduleNewsletter",
        Post,
        "/newsletters/{newsletterId}/schedule",
        &[NEWSLETTER, DATA],
        "Schedules a newsletter",
    )
    .slots(&[(1, SCHEDULE)]),
    row("sendNewsletter", Post, "/newsletters/{newsletterId}/send", &[NEWSLETTER, DATA], "Sends a newsletter"),
    row(
        "updateNewsletterContent",
        Put,
        "/newsletters/{newsletterId}/contents/{contentId}",
        &[NEWSLETTER, CONTENT, DATA],
        "Changes a content of a newsletter",
    ),
    row(
        "updateNewsletterLanguage",
        Put,
        "/newsletters/{newsletterId}/language/{language}",
        &[NEWSLETTER, LANGUAGE, DATA],
        "Changes a translation of a newsletter",
    ),
    row(
        "updateNewsletterTestGroupLanguage",
        Put,
        "/newsletters/{newsletterId}/test_group/{testGroupId}/language/{language}",
        &[NEWSLETTER, TEST_GROUP, LANGUAGE, DATA],
        "Changes a translation of a test group",
    ),
];
