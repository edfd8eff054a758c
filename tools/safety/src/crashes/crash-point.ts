/** The moments at which a process can be killed, taken from an undisturbed refund. */

/** A moment and its name in the report. */
export interface CrashPoint {
  readonly name: string;
  readonly at:
    | {
        readonly by: "itself";
        /** The number of the announced step, from 1. */
        readonly step: number;
      }
    | {
        readonly by: "provider";
        /** The number of the request, from 1. */
        readonly request: number;
        readonly moment: "arrives" | "is done" | "is dropped";
      };
}

const moments = {
  arrives: "as it arrives",
  "is done": "done, not answered",
  "is dropped": "arrived, neither done nor answered",
} as const;

/** @param steps the steps that an undisturbed process announced */
export function crashPoints(steps: readonly string[]): CrashPoint[] {
  const requests = steps.filter((step) => step.endsWith("before it leaves")).length;
  const whose = (request: number) => (request === requests ? "refund request" : "token request");
  let transaction = "set-up";
  return steps.flatMap((step, index): CrashPoint[] => {
    const [subject = "", moment = ""] = step.split(": ");
    if (moment === "before the transaction") transaction = "set-up";
    if (moment === "within the transaction") transaction = subject;
    const at = { by: "itself", step: index + 1 } as const;
    if (moment === "") return [{ name: `${transaction}: ${step}`, at }];
    const [, number] = /^request (\d+)$/.exec(subject) ?? [];
    if (number === undefined) return [{ name: step, at }];
    const request = Number(number);
    const own = { name: `${whose(request)}: ${moment}`, at };
    if (moment !== "before it leaves") return [own];
    const away = Object.entries(moments).map(([key, words]) => ({
      name: `${whose(request)}: ${words}`,
      at: { by: "provider", request, moment: key as keyof typeof moments } as const,
    }));
    return [own, ...away];
  });
}
