import type { Tx } from '@app/platform/database/database.js';
import type { AskedQuestion, PromptContent } from './prompt-template.types.js';
import { asksSafety } from './prompt-content.rules.js';
import { findStarter } from './prompt-templates.data.js';

/** A version of a prompt template: a starter’s code, or the id of the clinic’s own. */
export interface PromptRef {
  code: string;
  version: number;
}

/** What versions of prompt templates hold. */
export interface PromptContents {
  /** Throws when a plan names one that never was. */
  of(code: string, version: number): PromptContent;
}

/** Starters stand in the code; for the clinic’s own, all at once, one query; none where there are none of them. */
export async function promptContents(tx: Tx, refs: readonly PromptRef[]): Promise<PromptContents> {
  const own = [...new Map(refs.map((ref) => [keyOf(ref.code, ref.version), ref])).values()].filter(
    ({ code }) => isOwnTemplate(code),
  );
  const rows = own.length > 0 ? await ownVersions(tx, own) : [];
  const found = new Map(rows.map((row) => [keyOf(row.template_id, row.number), row.content]));
  return {
    of(code, version) {
      const content = found.get(keyOf(code, version)) ?? findStarter(code, version);
      if (!content) throw new Error(`There is no prompt template ${code} version ${version}.`);
      return content;
    },
  };
}

/** Any of these asks how safe a client is: somebody has to receive the answer. */
export async function anyAsksSafety(tx: Tx, refs: readonly PromptRef[]): Promise<boolean> {
  const contents = await promptContents(tx, refs);
  return refs.some(({ code, version }) => asksSafety(contents.of(code, version)));
}

/** What one version holds. Throws when there never was one. */
export async function promptContent(tx: Tx, ref: PromptRef): Promise<PromptContent> {
  return (await promptContents(tx, [ref])).of(ref.code, ref.version);
}

/** The question as it is kept with the prompt: a later version must not rewrite what was asked. */
export function askedQuestionOf(content: PromptContent): AskedQuestion {
  const { title, question, hint, checkIns, chips, choices, ratings, measure } = content;
  return {
    title,
    question,
    hint,
    checkIns,
    chips,
    ...(choices && { choices }),
    ...(ratings && { ratings }),
    ...(measure && { measure }),
    ...(content.safetyCheck && { safetyCheck: true }),
    ...(content.asksEarlySigns && { asksEarlySigns: true }),
    ...(content.reviewsThreads && { reviewsThreads: true }),
    ...(content.namesThread && { namesThread: true }),
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A code that is an id is the clinic’s own. */
export function isOwnTemplate(code: string): boolean {
  return UUID.test(code);
}

function ownVersions(tx: Tx, refs: readonly PromptRef[]) {
  return tx.query<{ template_id: string; number: number; content: PromptContent }>(
    `select v.template_id, v.number, v.content
     from unnest($2::uuid[], $3::integer[]) as asked (id, number)
     join prompt_template_versions v
       on v.clinic_id = $1 and v.template_id = asked.id and v.number = asked.number`,
    [tx.actor.clinicId, refs.map(({ code }) => code), refs.map(({ version }) => version)],
  );
}

function keyOf(code: string, version: number): string {
  return `${code}/${version}`;
}
