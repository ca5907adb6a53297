//! Methods of `APIClient`: people, objects, segments and subscriptions. All came with 5.1 or 5.2.

use super::Method;
use super::Verb::{Delete, Get, Post};
use super::bodies;
use super::lists;
use super::params::*;

/// The methods, sorted by name.
pub(super) static METHODS: &[Method] = &[
    row(
        "createSegment",
        Post,
        "/segments",
        &[object("segment", &bodies::SEGMENT_INPUT, &["name"])],
        "Creates a manual segment",
    ),
    row(
        "createSuppression",
        Post,
        "/esp/suppression/{suppressionType}/{email}",
        &[SUPPRESSION_TYPE, EMAIL],
        "Suppresses an address",
    ),
    row("deleteSegment", Delete, "/segments/{segmentId}", &[SEGMENT], "Deletes a manual segment"),
    row(
        "deleteSuppression",
        Delete,
        "/esp/suppression/{suppressionType}/{email}",
        &[SUPPRESSION_TYPE, EMAIL],
        "Lifts the suppression of an address",
    ),
    row(
        "findObjects",
        Post,
        "/objects",
        &[OBJECT_TYPE, FILTER, options(&lists::PAGINATION_OPTIONS)],
        "Lists the objects that pass a filter",
    ),
    row(
        "getCustomerActivities",
        Get,
        "/customers/{customerId}/activities",
        &[CUSTOMER, options(&lists::CUSTOMER_ACTIVITIES_OPTIONS)],
        "Lists what a person did and what was done to them",
    ),
    row(
        "getCustomerMessages",
        Get,
        "/customers/{customerId}/messages",
        &[CUSTOMER, options(&lists::CUSTOMER_MESSAGES_OPTIONS)],
        "Lists the messages sent to a person",
    )
    .slots(&[(1, WINDOW)]),
    row(
        "getCustomerRelationships",
        Get,
        "/customers/{customerId}/relationships",
        &[CUSTOMER, options(&lists::PAGINATION_OPTIONS)],
        "Lists the objects that a person is related to",
    ),
    row(
        "getCustomerSegments",
        Get,
        "/customers/{customerId}/segments",
        &[CUSTOMER, ID_TYPE],
        "Lists the segments that a person is in",
    ),
    row(
        "getCustomerSubscriptionPreferences",
        Get,
        "/customers/{customerId}/subscription_preferences",
        &[CUSTOMER, options(&lists::CUSTOMER_SUBSCRIPTION_PREFERENCES_OPTIONS)],
        "Reads what a person wants to get",
    ),
    row("getCustomersAttributes", Post, "/customers/attributes", &[IDS], "Reads the attributes of up to 100 people"),
    row(
        "getDomainSuppressions",
        Get,
        "/esp/domains/{domainName}/suppression/{suppressionType}",
        &[DOMAIN, SUPPRESSION_TYPE, options(&lists::DOMAIN_SUPPRESSIONS_OPTIONS)],
        "Lists the suppressed addresses of a kind and a sending domain",
    ),
    row(
        "getObjectAttributes",
        Get,
        "/objects/{objectTypeId}/{objectId}/attributes",
        &[OBJECT_TYPE, OBJECT, OBJECT_ID_TYPE],
        "Reads the attributes of an object",
    ),
    row(
        "getObjectRelationships",
        Get,
        "/objects/{objectTypeId}/{objectId}/relationships",
        &[OBJECT_TYPE, OBJECT, options(&lists::OBJECT_RELATIONSHIPS_OPTIONS)],
        "Lists the people related to an object",
    ),
    row("getSegment", Get, "/segments/{segmentId}", &[SEGMENT], "Reads a segment"),
    row(
        "getSegmentCustomerCount",
        Get,
        "/segments/{segmentId}/customer_count",
        &[SEGMENT],
        "Counts the people in a segment",
    ),
    row(
        "getSegmentMembership",
        Get,
        "/segments/{segmentId}/membership",
        &[SEGMENT, options(&lists::PAGINATION_OPTIONS)],
        "Lists the people in a segment",
    ),
    row(
        "getSegmentUsedBy",
        Get,
        "/segments/{segmentId}/used_by",
        &[SEGMENT],
        "Lists the campaigns and newsletters that use a segment",
    ),
    row(
        "getSubscriptionCenterToken",
        Get,
        "/subscription_center/{customerId}/token",
        &[CUSTOMER],
        "Makes a token for a person's subscription center",
    ),
    row(
        "getSuppressions",
        Get,
        "/esp/suppression/{suppressionType}",
        &[SUPPRESSION_TYPE, options(&lists::SUPPRESSIONS_OPTIONS)],
        "Lists the suppressed addresses of a kind",
    ),
    row(
        "listActivities",
        Get,
        "/activities",
        &[options(&lists::LIST_ACTIVITIES_OPTIONS)],
        "Lists what happened in the workspace",
    ),
    row("listObjectTypes", Get, "/object_types", &[], "Lists the types of objects"),
    row("listSegments", Get, "/segments", &[], "Lists the segments"),
    row("listSubscriptionChannels", Get, "/subscription_channels", &[], "Lists the subscription channels"),
    row("listSubscriptionTopics", Get, "/subscription_topics", &[], "Lists the subscription topics"),
    row(
        "searchCustomers",
        Post,
        "/customers",
        &[FILTER, options(&lists::PAGINATION_OPTIONS)],
        "Lists the people that pass a filter",
    ),
    row(
        "searchSuppression",
        Get,
        "/esp/search_suppression/{email}",
        &[EMAIL],
        "Looks an address up in the suppressions of the email provider",
    ),
];
