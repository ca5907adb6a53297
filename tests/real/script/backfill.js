const { TrackClient } = require("customerio-node");
const { Client } = require("pg");

async function main() {
  const db = new Client({ connectionString: process.env.DATABASE_URL });
  await db.connect();
  const cio = new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY);
  const { rows } = await db.query("select id, email, extract(epoch from created_at)::int as created_at from users");
  for (let i = 0; i < rows.length; i += 50) {
    const batch = rows.slice(i, i + 50);
    await Promise.all(batch.map((row) => cio.identify(row.id, { email: row.email, created_at: row.created_at })));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await db.end();
}

main().catch((error) => { // call
  console.error(error);
  process.exitCode = 1;
});
