/** SQLite as Node has it. An import of `node:sqlite` by name would fail on an older Node without saying which one is needed. */
import { RefundError } from "@refunds/core";
import { runtimeProblem } from "@refunds/core/provider";

const unsupported = runtimeProblem();
if (unsupported) throw new RefundError("unsupported_runtime", "sqliteJournal", [unsupported]);

const sqlite = process.getBuiltinModule("node:sqlite");
if (!sqlite) {
  const message = "has no node:sqlite; use Node 22.13 or newer";
  throw new RefundError("unsupported_runtime", "sqliteJournal", [{ field: "runtime", message }]);
}

export const { DatabaseSync } = sqlite;
export type DatabaseSync = InstanceType<typeof DatabaseSync>;
