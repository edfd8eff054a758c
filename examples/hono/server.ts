import { serve } from "@hono/node-server";
import { app } from "./app.ts";
import { refunds } from "./refunds.ts";

const port = Number(process.env.PORT ?? 3000);
const server = serve({ fetch: app.fetch, port }, () => console.log(`http://localhost:${port}`));

// Asks the provider about every refund that is not final.
void refunds.janitor({
  report: (event) => {
    if (event.event === "tried") console.log(event.refund.key, event.outcome.status);
    else console.error(event.error);
  },
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => server.close(() => void refunds.close()));
}
