// Runs Azurite's blob and table services in this process until standard input closes, which happens whenever the
// process that started this one is gone, however it ended.
"use strict";

const { parseArgs } = require("node:util");
const Module = require("node:module");
const { join } = require("node:path");

const { values: own } = parseArgs({
  options: {
    accounts: { type: "string", default: "0" },
    accountKey: { type: "string", default: "" },
    blobPort: { type: "string" },
    tablePort: { type: "string" },
    location: { type: "string" },
    install: { type: "string" },
  },
});

if (own.accounts !== "0") {
  // Set here and not by the parent: the list may be longer than an argument or a variable can be.
  process.env.AZURITE_ACCOUNTS = Array.from({ length: Number(own.accounts) }, (_, i) => `test${i}:${own.accountKey}`).join(";");
}

process.argv = [
  process.argv[0], "azurite", "--silent", "--disableTelemetry", "--skipApiVersionCheck",
  "--blobPort", own.blobPort, "--tablePort", own.tablePort,
  ...(own.location ? ["--location", own.location] : ["--inMemoryPersistence"]),
];

// Azurite loads these for telemetry and SQL, which are both off here. They are 40 % of its start.
const unused = new Set(["applicationinsights", "sequelize"]);
const nothing = new Proxy(class {}, {
  get: (target, name) => (name === "prototype" ? target.prototype : nothing),
  apply: () => nothing,
});
const load = Module._load;
Module._load = (name, ...rest) => (unused.has(name) ? nothing : load.call(Module, name, ...rest));

const azurite = Module.createRequire(join(own.install, "package.json"));
const Environment = azurite("azurite/dist/src/common/Environment").default;
const { BlobServerFactory } = azurite("azurite/dist/src/blob/BlobServerFactory");
const { setExtentMemoryLimit } = azurite("azurite/dist/src/common/ConfigurationBase");
const TableConfiguration = azurite("azurite/dist/src/table/TableConfiguration").default;
const TableServer = azurite("azurite/dist/src/table/TableServer").default;

async function run() {
  const environment = new Environment();
  const blobs = await new BlobServerFactory().createServer(environment);
  const tables = new TableServer(new TableConfiguration(
    environment.tableHost(), environment.tablePort(), environment.tableKeepAliveTimeout(),
    join(await environment.location(), "__azurite_db_table__.json"), false, false, undefined, undefined,
    environment.loose(), environment.skipApiVersionCheck(), undefined, undefined, undefined, undefined,
    environment.disableProductStyleUrl(), environment.inMemoryPersistence()));
  if (environment.inMemoryPersistence()) {
    setExtentMemoryLimit(environment, false);
  }

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.allSettled([blobs.close(), tables.close()]);
    process.exit(0);
  };

  // The terminal sends its Ctrl+C here too, but the app still needs its storage while it finishes.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", stop);
  process.stdin.on("end", stop).on("close", stop).on("error", stop).resume();

  await Promise.all([blobs.start(), tables.start()]);
  console.log("ready");
}

run().catch(error => {
  console.error(error.message);
  process.exit(1);
});
