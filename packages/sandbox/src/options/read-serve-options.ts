import type { ServeOptions } from "../server.ts";
import { readAll, readNamed, shown } from "./read-named.ts";

/** @throws {RefundError} `invalid_options` that lists every problem */
export const readServeOptions = (given: unknown): ServeOptions =>
  readAll((wrong) => {
    const options = readNamed<ServeOptions>(given, ["port", "host", "allowHosts"], "", wrong);
    const { port = 0, host = "", allowHosts = [] } = options;
    if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
      wrong("port", `is ${shown(port)}. It must be an integer from 0 to 65535`);
    }
    if (typeof host !== "string") wrong("host", `is ${shown(host)}. It must be an address`);
    if (!Array.isArray(allowHosts) || allowHosts.some((name) => typeof name !== "string")) {
      wrong("allowHosts", `is ${shown(allowHosts)}. It must be a list, such as ["sandbox"]`);
    }
    return options;
  });
