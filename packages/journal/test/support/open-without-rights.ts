/** Opens the journal at the path in the argument as an unprivileged user, and prints the result. */
import { sqliteJournal } from "../../src/sqlite.ts";
import { put } from "./records.ts";

if (process.getuid?.() === 0) process.setuid?.(65534);
try {
  await put(sqliteJournal({ file: process.argv[2] ?? "" }), { key: "another" });
  console.log(JSON.stringify({ code: "none" }));
} catch (error) {
  const { code, message } = error as Error & { code: string };
  console.log(JSON.stringify({ code, message }));
}
