import { openRefunds } from "../../refunds.ts";

export async function POST(request: Request): Promise<Response> {
  const { response, problem } = await openRefunds().notification("shop", request);
  if (problem) console.warn(problem);
  return response;
}
