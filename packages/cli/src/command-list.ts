/** Every command by its name. Only the one that runs is loaded. */
import type { CommandModule } from "./command.ts";

interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

export const commandList: readonly ListedCommand[] = [
  {
    name: "init",
    summary: "write a configuration, and create the journal",
    load: () => import("./commands/init.ts"),
  },
  {
    name: "providers",
    summary: "list the providers, or say what one of them needs",
    load: () => import("./commands/providers.ts"),
  },
  {
    name: "doctor",
    summary: "check the configuration, the accounts and the journal",
    load: () => import("./commands/doctor.ts"),
  },
  {
    name: "refund",
    summary: "refund a payment, at most once for its key",
    load: () => import("./commands/refund.ts"),
  },
  {
    name: "show",
    summary: "show a refund with its history",
    load: () => import("./commands/show.ts"),
  },
  {
    name: "open",
    summary: "list the refunds that are not final yet",
    load: () => import("./commands/open.ts"),
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
];
