//! What happens to files outside the editor, told by the client, or by nobody.

use super::support::{CALLER, CLIENT, Client, Folder, capabilities, real};
use serde_json::{Value, json};

/// A client that tells of files, or one that cannot.
async fn start(folder: &Folder, watches: bool) -> Client {
    let mut client = Client::connect(real());
    let mut capabilities = capabilities();
    capabilities["window"] = json!({ "workDoneProgress": true });
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": watches });
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client.progressed("end").await;
    client
}

/// Has the server notice that these files are others: by a message, or because something else was saved.
async fn tell(client: &mut Client, folder: &Folder, watches: bool, names: &[&str]) {
    if watches {
        // The type says little: a file that was replaced may come as created.
        let changes: Vec<Value> = names.iter().map(|name| json!({ "uri": folder.uri(name), "type": 2 })).collect();
        client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes })).await;
    } else {
        let document = json!({ "uri": folder.uri("unrelated.ts") });
        client.notify("textDocument/didSave", json!({ "textDocument": document })).await;
    }
}

async fn found(client: &mut Client, folder: &Folder, name: &str) -> usize {
    client.pushed(&folder.uri(name)).await["diagnostics"].as_array().expect("a list").len()
}

#[tokio::test]
async fn files_that_come_change_and_go_are_noticed() {
    for watches in [true, false] {
        let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]);
        let mut client = start(&folder, watches).await;
        assert_eq!(found(&mut client, &folder, "a.ts").await, 1);

        folder.write("b.ts", CALLER);
        tell(&mut client, &folder, watches, &["b.ts"]).await;
        assert_eq!(found(&mut client, &folder, "b.ts").await, 1, "created");

        folder.write("b.ts", &CALLER.replace("Date.now()", "1700000000"));
        tell(&mut client, &folder, watches, &["b.ts"]).await;
        assert_eq!(found(&mut client, &folder, "b.ts").await, 0, "changed");

        folder.remove("a.ts");
        tell(&mut client, &folder, watches, &["a.ts"]).await;
        assert_eq!(found(&mut client, &folder, "a.ts").await, 0, "deleted");

        // Those who build on it.
        folder.write("c.ts", &CALLER.replace("./client", "./made"));
        folder.write("made.ts", "export { cio } from './client';\n");
        tell(&mut client, &folder, watches, &["c.ts", "made.ts"]).await;
        assert_eq!(found(&mut client, &folder, "c.ts").await, 1);
        folder.remove("made.ts");
        tell(&mut client, &folder, watches, &["made.ts"]).await;
        assert_eq!(found(&mut client, &folder, "c.ts").await, 0, "what it imports is gone");
        folder.write("made/index.ts", "export { cio } from '../client';\n");
        tell(&mut client, &folder, watches, &["made"]).await;
        assert_eq!(found(&mut client, &folder, "c.ts").await, 1, "something else has that name");
    }
}

#[tokio::test]
async fn a_folder_that_goes_takes_its_files_along() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("old/a.ts", &CALLER.replace("./", "../"))]);
    let mut client = start(&folder, true).await;
    assert_eq!(found(&mut client, &folder, "old/a.ts").await, 1);
    std::fs::rename(folder.path("old"), folder.path("new")).expect("a folder");
    let renamed = json!([{ "oldUri": folder.uri("old"), "newUri": folder.uri("new") }]);
    client.notify("workspace/didRenameFiles", json!({ "files": renamed })).await;
    assert_eq!(found(&mut client, &folder, "old/a.ts").await, 0);
    assert_eq!(found(&mut client, &folder, "new/a.ts").await, 1);
    folder.remove("new");
    client.notify("workspace/didDeleteFiles", json!({ "files": [{ "uri": folder.uri("new") }] })).await;
    assert_eq!(found(&mut client, &folder, "new/a.ts").await, 0);
    folder.write("new/b.ts", &CALLER.replace("./", "../"));
    client.notify("workspace/didCreateFiles", json!({ "files": [{ "uri": folder.uri("new/b.ts") }] })).await;
    assert_eq!(found(&mut client, &folder, "new/b.ts").await, 1);
}

#[tokio::test]
async fn ignored_files_stay_ignored() {
    let folder = Folder::new(&[(".gitignore", "dist\n"), ("client.ts", CLIENT), ("a.ts", CALLER)]);
    let mut client = start(&folder, true).await;
    assert_eq!(found(&mut client, &folder, "a.ts").await, 1);
    folder.write("dist/a.ts", &CALLER.replace("./", "../"));
    folder.write("node_modules/x/a.ts", &CALLER.replace("./", "../../"));
    tell(&mut client, &folder, true, &["dist/a.ts", "node_modules/x/a.ts"]).await;
    folder.write("b.ts", CALLER);
    tell(&mut client, &folder, true, &["b.ts"]).await;
    assert_eq!(found(&mut client, &folder, "b.ts").await, 1);
    client.request("shutdown", Value::Null).await;
    let pushes: Vec<Value> =
        client.leftovers().into_iter().filter(|m| m["method"] == "textDocument/publishDiagnostics").collect();
    assert!(pushes.is_empty(), "{pushes:?}");
}

#[tokio::test]
async fn an_open_file_that_changes_on_disk_stays_as_the_editor_has_it() {
    for watches in [true, false] {
        let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER), ("b.ts", CALLER)]);
        let mut client = start(&folder, watches).await;
        let a = folder.uri("a.ts");
        assert_eq!(found(&mut client, &folder, "a.ts").await, 1);
        assert_eq!(found(&mut client, &folder, "b.ts").await, 1);
        client.open(&a, 1, CALLER).await;
        folder.write("a.ts", "");
        folder.write("b.ts", "");
        tell(&mut client, &folder, watches, &["a.ts", "b.ts"]).await;
        assert_eq!(found(&mut client, &folder, "b.ts").await, 0);
        // Of the open one nothing was pushed; this is what closing it brings.
        client.close(&a).await;
        let push = client.pushed(&a).await;
        assert_eq!(push["diagnostics"], json!([]), "{push}");
        assert!(push.get("version").is_none(), "{push}");
    }
}

#[tokio::test]
async fn configuration_takes_effect_without_a_restart() {
    for watches in [true, false] {
        let aliased = CALLER.replace("./client", "#cio");
        let folder = Folder::new(&[
            ("package.json", "{}"),
            ("src/client.ts", CLIENT),
            ("src/seen.ts", CALLER),
            ("src/a.ts", &aliased),
            ("src/b.ts", &CALLER.replace("./client", "deep/client")),
        ]);
        let mut client = start(&folder, watches).await;
        assert_eq!(found(&mut client, &folder, "src/seen.ts").await, 1);

        folder.write("package.json", r##"{ "imports": { "#cio": "./src/client.ts" } }"##);
        tell(&mut client, &folder, watches, &["package.json"]).await;
        assert_eq!(found(&mut client, &folder, "src/a.ts").await, 1, "package.json");

        folder.write("tsconfig.json", r#"{ "compilerOptions": { "paths": { "deep/*": ["./src/*"] } } }"#);
        tell(&mut client, &folder, watches, &["tsconfig.json"]).await;
        assert_eq!(found(&mut client, &folder, "src/b.ts").await, 1, "tsconfig.json");

        folder.write("customerio.json", r#"{ "exclude": ["src/a.ts"] }"#);
        tell(&mut client, &folder, watches, &["customerio.json"]).await;
        assert_eq!(found(&mut client, &folder, "src/a.ts").await, 0, "customerio.json");
        folder.remove("customerio.json");
        tell(&mut client, &folder, watches, &["customerio.json"]).await;
        assert_eq!(found(&mut client, &folder, "src/a.ts").await, 1, "no customerio.json");

        folder.write("customerio.shared.json", r#"{ "exclude": ["src/a.ts"] }"#);
        folder.write("customerio.json", r#"{ "extends": "./customerio.shared.json" }"#);
        tell(&mut client, &folder, watches, &["customerio.json", "customerio.shared.json"]).await;
        assert_eq!(found(&mut client, &folder, "src/a.ts").await, 0, "customerio.shared.json");
        folder.write("customerio.shared.json", "{}");
        tell(&mut client, &folder, watches, &["customerio.shared.json"]).await;
        assert_eq!(found(&mut client, &folder, "src/a.ts").await, 1, "another customerio.shared.json");

        folder.remove("tsconfig.json");
        tell(&mut client, &folder, watches, &["tsconfig.json"]).await;
        assert_eq!(found(&mut client, &folder, "src/b.ts").await, 0, "no tsconfig.json");
    }
}

#[tokio::test]
async fn the_client_is_asked_to_watch_what_matters() {
    let folder = Folder::new(&[]);
    let mut client = start(&folder, true).await;
    let asked = client.next(|m| m["method"] == "client/registerCapability").await;
    let options = &asked["params"]["registrations"][0]["registerOptions"];
    let globs: Vec<&str> =
        options["watchers"].as_array().expect("a list").iter().filter_map(|w| w["globPattern"].as_str()).collect();
    for glob in ["**/customerio*.json", "**/package.json", "**/tsconfig*.json", "**/yarn.lock", "**/.env*"] {
        assert!(globs.contains(&glob), "{glob} is missing in {globs:?}");
    }
    assert!(globs.contains(&"**/*.{ts,mts,cts,tsx,js,jsx,mjs,cjs,vue,svelte,astro}"), "{globs:?}");
}

#[tokio::test]
async fn operations_on_files_are_asked_for_only_where_the_client_has_them() {
    let mut capabilities = capabilities();
    capabilities["workspace"]["fileOperations"] = json!({ "didCreate": true, "didRename": true });
    let mut client = Client::connect(real());
    let offered = client.initialize(json!({ "capabilities": capabilities })).await.result;
    let operations = &offered["capabilities"]["workspace"]["fileOperations"];
    assert_eq!(operations["didRename"]["filters"][0]["pattern"]["glob"], "**");
    assert!(operations["didCreate"].is_object() && operations.get("didDelete").is_none(), "{operations}");
    let mut client = Client::connect(real());
    let offered = client.initialize(json!({ "capabilities": {} })).await.result;
    assert!(offered["capabilities"]["workspace"].get("fileOperations").is_none(), "{offered}");
}

#[tokio::test]
async fn what_the_environment_is_set_to_is_noticed() {
    for watches in [true, false] {
        let api =
            "import { APIClient } from 'customerio-node';\nexport const api = new APIClient(process.env.CIO_KEY!);\n";
        let folder = Folder::new(&[("package.json", "{}"), ("api.ts", api), ("open.ts", api)]);
        let mut client = start(&folder, watches).await;
        client.open(&folder.uri("open.ts"), 1, api).await;
        // Twenty digits are no App API key.
        folder.write(".env", "CIO_KEY=ffe1d2c3b4a596877869\n");
        tell(&mut client, &folder, watches, &[".env"]).await;
        for name in ["api.ts", "open.ts"] {
            while found(&mut client, &folder, name).await != 1 {}
        }
        folder.remove(".env");
        tell(&mut client, &folder, watches, &[".env"]).await;
        for name in ["api.ts", "open.ts"] {
            // A look that had begun before may still come through.
            while found(&mut client, &folder, name).await != 0 {}
        }
    }
}

#[tokio::test]
async fn mistakes_in_new_settings_of_closed_files_are_shown_for_each_folder() {
    let caller = CALLER.replace("./client", "../client");
    for watches in [true, false] {
        let files = [("client.ts", CLIENT), ("one/a.ts", &*caller), ("two/a.ts", &*caller), ("three/a.ts", &*caller)];
        let folder = Folder::new(&files);
        let mut client = start(&folder, watches).await;
        for (name, _) in &files[1..] {
            assert_eq!(found(&mut client, &folder, name).await, 1);
        }
        // So far the settings of all were the same.
        let settings = ["one/customerio.json", "two/customerio.json", "three/customerio.json"];
        settings.iter().for_each(|name| folder.write(name, "{"));
        tell(&mut client, &folder, watches, &settings).await;
        for name in settings {
            assert_eq!(found(&mut client, &folder, name).await, 1, "{name}");
        }
    }
}
