import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { changePhrases, phrasesQuery, type SafetyPhrases } from '../../api-client/calls-safety-settings.js';
import { clinicQuery } from '../../api-client/queries-clinic.js';
import type { ClinicView } from '../../api-client/views-clinic.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { say } from '../../words-safety.js';
import { Known } from './known.js';

const DOES = ['does.exact', 'does.flag', 'does.client'] as const;
const DOES_NOT = ['doesNot.misses', 'doesNot.wrong', 'doesNot.languages'] as const;

/** What a computer looks for, what it does with it, and how little that is. */
export function Phrases() {
  const phrases = useQuery(phrasesQuery());
  return (
    <section className="card pad" aria-labelledby="phrases">
      <h2 id="phrases">{say('phrases.title')}</h2>
      <h3>{say('phrases.does')}</h3>
      <ul className="plain-list">
        {DOES.map((what) => (
          <li key={what}>{say(`phrases.${what}`)}</li>
        ))}
      </ul>
      <h3>{say('phrases.doesNot')}</h3>
      <ul className="plain-list">
        {DOES_NOT.map((what) => (
          <li key={what}>{say(`phrases.${what}`)}</li>
        ))}
      </ul>
      <Known query={phrases} rows={3}>
        {(known) => (
          <>
            <Whether known={known} />
            {known.lists.map((list) => (
              <PhraseList key={list.language} list={list} />
            ))}
            <p className="quiet small">{say('phrases.listWhat')}</p>
          </>
        )}
      </Known>
    </section>
  );
}

function Whether({ known }: { known: SafetyPhrases }) {
  const isAdmin = useIsAdmin();
  const clinic = useQuery({ ...clinicQuery(), enabled: isAdmin });
  if (!isAdmin)
    return <p className="strong">{say(known.looksForPhrases ? 'phrases.isOn' : 'phrases.isOff')}</p>;
  return <Known query={clinic}>{(of) => <WhetherForm clinic={of} />}</Known>;
}

function WhetherForm({ clinic }: { clinic: ClinicView }) {
  const draft = useDraft({ looksForPhrases: clinic.looksForPhrases });
  useUnsaved(draft.isChanged);
  const act = useAct(() => changePhrases({ version: clinic.version, ...draft.changes }), {
    refresh: [['clinic'], ['safety-phrases']],
    done: () => {
      draft.clear();
      notify(say('phrases.saved'));
    },
  });
  const { looksForPhrases } = draft.values;

  function submit(event: FormEvent) {
    event.preventDefault();
    act.run();
  }

  return (
    <form className="form" onSubmit={submit} noValidate aria-labelledby="phrases">
      <label className="tick">
        <input
          type="checkbox"
          name="looksForPhrases"
          checked={looksForPhrases}
          onChange={({ target }) => draft.set('looksForPhrases')(target.checked)}
        />
        <span>
          {say('phrases.look')}
          <small>{say('phrases.lookHint')}</small>
        </span>
      </label>
      <div aria-live="polite">
        {draft.isChanged && !looksForPhrases && <p className="told">{say('phrases.off')}</p>}
      </div>
      <FormFoot act={act} isChanged={draft.isChanged} />
    </form>
  );
}

function PhraseList({ list: { language, version, phrases } }: { list: SafetyPhrases['lists'][number] }) {
  const name = new Intl.DisplayNames('en-US', { type: 'language' }).of(language) ?? language;
  return (
    <details>
      <summary>{say('phrases.list', { language: name, version, n: phrases.length })}</summary>
      <ul className="phrase-list" lang={language}>
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </details>
  );
}
