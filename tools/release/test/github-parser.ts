/** GitHub's own parser for workflows and actions. */
import { registerHooks } from "node:module";

// It imports JSON schemas without import attributes, which Node does not accept.
registerHooks({
  resolve: (specifier, context, next) => {
    const resolved = next(specifier, context);
    return specifier.endsWith(".json")
      ? { ...resolved, importAttributes: { type: "json" } }
      : resolved;
  },
});
const parser = await import("@actions/workflow-parser");
const { parseAction } = await import("@actions/workflow-parser/actions/action-parser");

/** The errors of GitHub's parser in a workflow. */
export async function workflowRefusals(content: string): Promise<string[]> {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = parser;
  const file = { name: "test.yml", content };
  const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
  if (value) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

/** The errors of GitHub's parser in an `action.yml`. */
export function actionRefusals(content: string): string[] {
  const { context } = parseAction(
    { name: "test.yml", content },
    new parser.NoOperationTraceWriter(),
  );
  return context.errors.getErrors().map(({ message }) => message);
}
