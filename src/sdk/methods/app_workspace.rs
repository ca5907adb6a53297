//! Methods of `APIClient`: deliveries, imports, webhooks, senders and the workspace itself. All came with 5.1 or 5.2.

use super::Method;
use super::Verb::{Delete, Get, Post, Put};
use super::bodies;
use super::lists;
use super::params::*;

/// The methods, sorted by name.
pub(super) static METHODS: &[Method] = &[
    row(
        "batchUpdateAttributes",
        Post,
        "/data_index/attributes",
        &[list("attributes", "The descriptions of the attributes: a name each, up to 100")],
        "Describes attributes in the data index",
    ),
    row(
        "batchUpdateEvents",
        Post,
        "/data_index/events",
        &[list("events", "The descriptions of the events: a name each, up to 100")],
        "Describes events in the data index",
    ),
    row(
        "createImport",
        Post,
        "/imports",
        &[object("importData", &bodies::IMPORT_INPUT, &["data_file_url", "type"])],
        "Starts the import of a CSV file",
    ),
    row(
        "createReportingWebhook",
        Post,
        "/reporting_webhooks",
        &[object("webhook", &bodies::REPORTING_WEBHOOK_INPUT, &["endpoint"])],
        "Creates a reporting webhook",
    ),
    row("deleteReportingWebhook", Delete, "/reporting_webhooks/{webhookId}", &[WEBHOOK], "Deletes a reporting webhook"),
    row(
        "getArchivedMessage",
        Get,
        "/messages/{messageId}/archived_message",
        &[MESSAGE],
        "Reads the archived content of a delivery",
    ),
    row("getImport", Get, "/imports/{importId}", &[IMPORT], "Tells how far an import is"),
    row("getIpAddresses", Get, "/info/ip_addresses", &[], "Lists the addresses that Customer.io sends requests from"),
    row("getMessage", Get, "/messages/{messageId}", &[MESSAGE, options(&lists::MESSAGE_OPTIONS)], "Reads a delivery"),
    row("getMessages", Get, "/messages", &[options(&lists::MESSAGES_OPTIONS)], "Lists the deliveries of the workspace")
        .slots(&[(0, WINDOW)]),
    row("getReportingWebhook", Get, "/reporting_webhooks/{webhookId}", &[WEBHOOK], "Reads a reporting webhook"),
    row(
        "getSenderIdentities",
        Get,
        "/sender_identities",
        &[options(&lists::SENDER_IDENTITIES_OPTIONS)],
        "Lists the senders",
    ),
    row("getSenderIdentity", Get, "/sender_identities/{senderId}", &[SENDER], "Reads a sender"),
    row(
        "getSenderIdentityUsedBy",
        Get,
        "/sender_identities/{senderId}/used_by",
        &[SENDER],
        "Lists the campaigns and newsletters that use a sender",
    ),
    row("listReportingWebhooks", Get, "/reporting_webhooks", &[], "Lists the reporting webhooks"),
    row("listWorkspaces", Get, "/workspaces", &[], "Lists the workspaces of the account"),
    row(
        "updateReportingWebhook",
        Put,
        "/reporting_webhooks/{webhookId}",
        &[WEBHOOK, object("updates", &bodies::REPORTING_WEBHOOK_UPDATE, &[])],
        "Changes a reporting webhook",
    ),
];
