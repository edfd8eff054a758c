import { isRefundError, type Problem } from "@refunds/core";

/** Where a value of the sandbox's options comes from. */
const flags: Readonly<Record<string, string>> = {
  providers: "--provider",
  payments: "--payments",
  faults: "--fault",
  notify: "--notify",
};

/** What the command prints about an error: the options that are wrong, by their flags. */
export function errorText(error: unknown, chosen: readonly string[] | undefined): string {
  if (!isRefundError(error)) return error instanceof Error ? error.message : String(error);
  const line = ({ field, message }: Problem) => {
    const [option = ""] = field.split(/[.[]/, 1);
    const isLeftOut = option === "payments" && chosen && message.startsWith("is not a provider");
    const why = isLeftOut ? ` (--provider chooses ${chosen.join(", ")})` : "";
    return `${flags[option] ?? option}: ${field} ${message}${why}.`;
  };
  return error.problems.map(line).join("\n");
}
