import { app } from "./app.ts";
import { pool, refunds } from "./refunds.ts";

const port = Number(process.env.PORT ?? 3000);
const server = app.listen(port, () => console.log(`http://localhost:${port}`));

// Asks the provider about every refund that is not final. Of all processes, one does this at a time.
void refunds.janitor({
  report: (event) => {
    if (event.event === "tried") console.log(event.refund.key, event.outcome.status);
    else console.error(event.error);
  },
});

async function stop() {
  await refunds.close(); // waits for running refunds
  await pool.end();
}
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => server.close(() => void stop()));
}
