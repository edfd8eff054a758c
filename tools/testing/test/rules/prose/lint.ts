import { TextlintKernel } from "@textlint/kernel";
import markdown from "@textlint/textlint-plugin-markdown";
import text from "@textlint/textlint-plugin-text";
import terminology from "textlint-rule-terminology";
import { unusedTerms } from "./glossary.ts";
import { proseOf } from "./prose-of.ts";

const kernel = new TextlintKernel();

const options = {
  plugins: [
    { pluginId: "markdown", plugin: markdown.default },
    { pluginId: "text", plugin: text.default },
  ],
  rules: [
    {
      ruleId: "terminology",
      rule: terminology,
      options: { defaultTerms: false, terms: unusedTerms, skip: [] },
    },
  ],
};

/** Every word of a document or a source that the glossary does not use, with its line. */
export async function wordsNotUsed(path: string, content: string): Promise<string[]> {
  const { messages } = await kernel.lintText(path.endsWith(".ts") ? proseOf(content) : content, {
    ...options,
    ext: path.endsWith(".md") ? ".md" : ".txt",
    filePath: path,
  });
  return messages.map(({ line, message }) => `${path}:${line} ${message}`);
}
