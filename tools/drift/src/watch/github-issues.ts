import { run } from "./command.ts";
import type { Issue, Issues } from "./watch.ts";

const label = "documentation-change";

/** Which provider an issue is about stands in it where no one sees or edits it. */
const markOf = (provider: string) => `<!-- docs:watch ${provider} -->`;
const mark = /\n*<!-- docs:watch (\S+) -->\s*$/;

/** Issues on GitHub by its command `gh`, which finds the repository and the token in the environment. */
export function githubIssues(cwd: string, env: NodeJS.ProcessEnv): Issues {
  const gh = async (args: readonly string[], input?: string): Promise<string> => {
    const { code, stdout, stderr } = await run(["gh", ...args], {
      cwd,
      env,
      ...(input !== undefined && { input }),
    });
    if (code !== 0) throw new Error(`gh ${args.join(" ")} failed: ${stderr.trim()}`);
    return stdout;
  };
  const list = async (): Promise<Issue[]> => {
    const fields = ["--state", "open", "--label", label, "--limit", "200", "--json", "number,body"];
    const found: { number: number; body: string }[] = JSON.parse(
      await gh(["issue", "list", ...fields]),
    );
    return found.flatMap(({ number, body }) => {
      // GitHub keeps the line ends of the last edit.
      const text = body.replaceAll("\r\n", "\n");
      const [whole, provider] = mark.exec(text) ?? [];
      return whole && provider ? [{ number, provider, text: text.slice(0, -whole.length) }] : [];
    });
  };
  const bodyOf = (provider: string, text: string) => `${text}\n\n${markOf(provider)}\n`;
  return {
    find: async (provider) => (await list()).find((issue) => issue.provider === provider),
    open: async ({ provider, title, text }) => {
      const description = "A provider's documentation and its spec differ";
      await gh(["label", "create", label, "--force", "--description", description]);
      const create = ["issue", "create", "--title", title, "--label", label, "--body-file", "-"];
      const address = await gh(create, bodyOf(provider, text));
      return Number(/\/(\d+)\s*$/.exec(address)?.[1]);
    },
    update: async ({ number, provider }, text, comment) => {
      await gh(["issue", "edit", String(number), "--body-file", "-"], bodyOf(provider, text));
      await gh(["issue", "comment", String(number), "--body", comment]);
    },
    close: async ({ number }, comment) => {
      await gh(["issue", "close", String(number), "--comment", comment]);
    },
  };
}
