/** Every provider's documentation against its spec, and one issue for each that does not fit. */

/** A provider whose documentation is watched. */
export interface Watched {
  /** The name of its spec. */
  readonly name: string;
  /** As the provider writes itself. */
  readonly title: string;
  /** Where the documentation stands. */
  readonly address: string;
}

/** What a check of one provider's documentation said. */
export type Verdict =
  | { readonly status: "same" }
  | { readonly status: "changed" | "unreadable"; readonly report: string };

/** @throws where the check itself failed, so that nothing is known */
export type CheckDocumentation = (provider: Watched) => Promise<Verdict>;

/** The open issues of this tool, by provider. */
export interface Issues {
  find(provider: string): Promise<Issue | undefined>;
  /** Gives its number. */
  open(issue: {
    readonly provider: string;
    readonly title: string;
    readonly text: string;
  }): Promise<number>;
  update(issue: Issue, text: string, comment: string): Promise<void>;
  close(issue: Issue, comment: string): Promise<void>;
}

export interface Issue {
  readonly number: number;
  readonly provider: string;
  readonly text: string;
}

export interface Watch {
  readonly providers: readonly Watched[];
  readonly check: CheckDocumentation;
  readonly issues: Issues;
  /** Gets a line for each provider, as soon as it is known. */
  readonly tell: (line: string) => void;
}

/** @returns the providers that could not be checked, each in a sentence; their issues are left as they are */
export async function watch({ providers, check, issues, tell }: Watch): Promise<string[]> {
  const failures: string[] = [];
  for (const provider of providers) {
    try {
      const verdict = await check(provider);
      tell(`${provider.name}: ${await settle(provider, verdict, issues)}`);
    } catch (error) {
      const { message } = error as Error;
      failures.push(`${provider.name}: ${message}`);
      tell(`${provider.name}: not checked`);
    }
  }
  return failures;
}

/** Makes the provider's issue say what the verdict says; gives what was done. */
async function settle(provider: Watched, verdict: Verdict, issues: Issues): Promise<string> {
  const issue = await issues.find(provider.name);
  if (verdict.status === "same") {
    if (!issue) return "as the spec has it";
    await issues.close(issue, "The documentation and the spec are in order again.");
    return `as the spec has it again, closed #${issue.number}`;
  }
  const text = describe(provider, verdict);
  const status = verdict.status === "changed" ? "has changed" : "could not be read";
  if (!issue) {
    const title = `Documentation of ${provider.title}: not what the spec says`;
    return `${status}, opened #${await issues.open({ provider: provider.name, title, text })}`;
  }
  if (issue.text === text) return `${status}, as #${issue.number} says`;
  await issues.update(issue, text, "The report is another one now: see above.");
  return `${status}, updated #${issue.number}`;
}

const leads = {
  changed: "says something else than its spec. What to do: docs/when-documentation-changes.md.",
  unreadable: "could not be read, so it is not known whether its spec still holds.",
};

/** GitHub refuses more than 65,536 characters. */
const longest = 60_000;

function describe(
  { name, title, address }: Watched,
  { status, report }: Exclude<Verdict, { status: "same" }>,
): string {
  const cut =
    report.length > longest
      ? `${report.slice(0, longest)}\n... and more: npm run docs:check -- ${name} ${address}`
      : report;
  return `[${title}'s documentation](${address}) ${leads[status]}\n\n${fenced(cut.trim())}`;
}

/** The report has words of a page in it: as code, they mention no one and link nowhere. */
function fenced(report: string): string {
  const runs = (report.match(/`+/g) ?? []).map(({ length }) => length);
  const fence = "`".repeat(Math.max(3, 1 + Math.max(0, ...runs)));
  return `${fence}text\n${report}\n${fence}`;
}
