/** Every command by its name. Only the one that runs is loaded. */
import type { ListedCommand } from "./command.ts";
import { readingSummaries } from "./reading-names.ts";

export const commandList: readonly ListedCommand[] = [
  {
    name: "init",
    summary: "write a configuration, and create the journal",
    load: () => import("./commands/init.ts"),
  },
  {
    name: "providers",
    summary: readingSummaries.providers,
    load: () => import("./commands/providers.ts"),
  },
  {
    name: "doctor",
    summary: readingSummaries.doctor,
    load: () => import("./commands/doctor.ts"),
  },
  {
    name: "refund",
    summary: "refund a payment, at most once for its key",
    load: () => import("./commands/refund.ts"),
  },
  {
    name: "run",
    summary: "refund each row of a CSV file",
    load: () => import("./commands/run.ts"),
  },
  {
    name: "worker",
    summary: "send the rows that `run --postgres` has queued",
    load: () => import("./commands/worker.ts"),
  },
  {
    name: "show",
    summary: readingSummaries.show,
    load: () => import("./commands/show.ts"),
  },
  {
    name: "open",
    summary: readingSummaries.open,
    load: () => import("./commands/open.ts"),
  },
  {
    name: "list",
    summary: readingSummaries.list,
    load: () => import("./commands/list.ts"),
  },
  {
    name: "export",
    summary: readingSummaries.export,
    load: () => import("./commands/export.ts"),
  },
  {
    name: "query",
    summary: "read a payment's state from the provider",
    load: () => import("./commands/query.ts"),
  },
  {
    name: "reconcile",
    summary: "ask the provider what became of a refund, or of all open ones",
    load: () => import("./commands/reconcile.ts"),
  },
  {
    name: "record",
    summary: "record what a person found out about a refund",
    load: () => import("./commands/record.ts"),
  },
  {
    name: "resend",
    summary: "send a refund again that was found not to have happened",
    load: () => import("./commands/resend.ts"),
  },
  {
    name: "proposals",
    summary: "list the refunds that were proposed and wait for a person",
    load: () => import("./commands/proposals.ts"),
  },
  {
    name: "approve",
    summary: "send a refund that was proposed",
    load: () => import("./commands/approve.ts"),
  },
  {
    name: "sandbox",
    summary: "simulate every provider on this machine",
    load: () => import("./commands/sandbox.ts"),
  },
  {
    name: "listen",
    summary: "start a sandbox that sends notifications to your webhook",
    load: () => import("./commands/listen.ts"),
  },
  {
    name: "complete",
    summary: "print the script with which a shell completes commands, options and accounts",
    load: () => import("./commands/complete.ts"),
  },
];
