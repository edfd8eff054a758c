/** `README.md` of a provider package: one screen. Its reference is the provider's page in docs/. */
import { confirms } from "../confirms.ts";
import type { Provider } from "../model.ts";
import { promises, runtimes } from "./promises.ts";
import { pathOfPage } from "./provider-page.ts";
import { sandboxSample } from "./sample.ts";
import { install, list, markdownHeader, paragraph, program, sentence } from "./text.ts";

export const printReadme = (provider: Provider): string =>
  [
    markdownHeader(provider.spec),
    `# @refunds/${provider.name}`,
    paragraph(
      `A typed client for ${provider.title}: ${lowerFirst(sentence(provider.summary))} ${follows(provider)}`,
    ),
    install(`@refunds/${provider.name}`),
    paragraph(runtimes),
    "## Refund a payment",
    paragraph(
      `You can try it without an account and without money: the sandbox stands in for ${provider.title}. Run \`npm install --save-dev @refunds/sandbox\`, save this as \`refund.mjs\`, and run \`node refund.mjs\`. ${printed(provider)}`,
    ),
    program(sandboxSample(provider)),
    paragraph(
      "With your own account, leave `fetch` out. [What to do for each outcome](https://github.com/refunds/refunds#what-to-do-for-each-outcome).",
    ),
    "## What one client promises",
    list(promises(provider)),
    "## More",
    list([
      `[Request, options (\`timeoutMs\`, \`logger\`, \`fetch\`), errors and open questions](${repository}/${pathOfPage(provider)})`,
      `${provider.title}'s own API with its exact types: \`@refunds/${provider.name}/fetch\``,
      `[Simulators for your tests](https://www.npmjs.com/package/@refunds/sandbox)`,
    ]),
  ]
    .join("\n\n")
    .concat("\n");

const repository = "https://github.com/refunds/refunds/blob/main";

/** What the program prints. */
const printed = ({ table, title }: Provider): string =>
  confirms(table.refund)
    ? "It prints `succeeded`."
    : `It prints \`pending\`: ${title} accepts a refund, and reports the outcome later.`;

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Which documentation the package follows. package.json says the same for programs. */
function follows({ documentation, read, version, title }: Provider): string {
  const stated = version === undefined ? "states no version" : `calls itself ${version}`;
  return `It follows [${title}'s refund page](${documentation}), which ${stated}, as read on ${read}.`;
}
