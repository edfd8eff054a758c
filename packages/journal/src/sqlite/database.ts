/** SQLite as Node has it. An import of `node:sqlite` by name would fail on an older Node without saying which one is needed. */
import { RefundError } from "@refunds/core";
import { runtimeProblem } from "@refunds/core/provider";

const unsupported = runtimeProblem();
if (unsupported) throw new RefundError("unsupported_runtime", "sqliteJournal", [unsupported]);

export const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
export type DatabaseSync = InstanceType<typeof DatabaseSync>;
