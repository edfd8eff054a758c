/** Opens journals, starts a process that uses one, prints their folder, and waits to be killed. */
import { dirname } from "node:path";
import { openJournals } from "../../../src/processes/journals.ts";
import { startShop } from "../../../src/processes/shop/shop-process.ts";

const journals = await openJournals();
const shop = startShop({ journal: journals.make("SQLite"), announces: false }, journals.cache);
await shop.run("open", []);
console.log(dirname(journals.cache));
