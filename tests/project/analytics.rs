//! The global `analytics` of web pages: files that use it are files of the project where code of Customer.io's makes it.

use crate::support::Disk;
use customerio_ls::testing::project::Project;

/// The snippet, as far as it matters.
const SNIPPET: &str = "const a = window.analytics = window.analytics || [];\na.load = key => { t.src = 'https://cdp.customer.io/v1/analytics-js/snippet/' + key + '/analytics.min.js'; };\n";
const USE: &str = "export const buy = () => window.analytics.track('bought');\n";

fn reached(disk: &Disk, project: &Project) -> Vec<String> {
    let mut names = disk.names(&project.view(), &project.reached());
    names.sort();
    names
}

#[test]
fn users_are_reached_where_the_package_makes_it() {
    let disk = Disk::with(&[
        ("web/package.json", "{}"),
        ("web/load.js", SNIPPET),
        ("web/buy.ts", USE),
        ("web/segment.ts", "import { AnalyticsBrowser } from '@segment/analytics-next';\n"),
        ("web/names.ts", "import x from './analytics';\nx.rudderanalytics.track('a');\n"),
        ("other/package.json", "{}"),
        ("other/buy.ts", USE),
    ]);
    assert_eq!(reached(&disk, &disk.project()), ["web/buy.ts", "web/load.js", "web/segment.ts"]);
}

#[test]
fn without_the_code_nobody_is_reached() {
    let disk = Disk::with(&[("package.json", "{}"), ("a.ts", "SDK"), ("buy.ts", USE)]);
    assert_eq!(reached(&disk, &disk.project()), ["a.ts"]);
}

#[test]
fn it_begins_and_ends_with_the_code() {
    let disk = Disk::with(&[("package.json", "{}"), ("buy.ts", USE), ("load.js", "export {};\n")]);
    let project = disk.project();
    assert_eq!(reached(&disk, &project), [""; 0]);
    let changed = |text: &str| {
        let path = disk.write("load.js", text);
        project.disk_changed(&[path], &|| false).expect("it is not cancelled")
    };
    let change = changed(SNIPPET);
    assert_eq!(reached(&disk, &project), ["buy.ts", "load.js"]);
    assert_eq!(change.reached.len(), 2);
    let change = changed("export {};\n");
    assert_eq!(reached(&disk, &project), [""; 0]);
    assert_eq!(change.ceased.len(), 2);
    changed(SNIPPET);
    // A user that comes later, and one that no longer is one.
    let path = disk.write("sell.ts", USE);
    project.disk_changed(&[path], &|| false).expect("it is not cancelled");
    assert_eq!(reached(&disk, &project), ["buy.ts", "load.js", "sell.ts"]);
    let path = disk.write("buy.ts", "export {};\n");
    project.disk_changed(&[path], &|| false).expect("it is not cancelled");
    assert_eq!(reached(&disk, &project), ["load.js", "sell.ts"]);
}
