import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { changeEmailChoices } from '../../api-client/calls-delivery.js';
import { CopyButton } from '../../parts/copy-button.js';
import { Field } from '../../parts/field.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-delivery.js';
import { isSlug, slugOf } from './slug.rules.js';

/** Where clients leave something unasked; the same for everybody, so it may be printed or put on a site. */
export function PublicAddress({ slug }: { slug: string | null }) {
  if (!slug) return <span>{say('public.none')}</span>;
  const address = `${window.location.origin}/c/${slug}`;
  return (
    <span className="public-address">
      <code className="address">{address}</code>
      <CopyButton text={address}>{say('public.copy')}</CopyButton>
    </span>
  );
}

export function PublicAddressForm({ version, slug }: { version: number; slug: string | null }) {
  const draft = useDraft({ slug: slug ?? '' });
  useUnsaved(draft.isChanged);
  const [isAsked, ask] = useState(false);
  const typed = slugOf(draft.values.slug);
  const act = useAct(() => changeEmailChoices({ version, slug: typed || null }), {
    refresh: [['clinic']],
    done: () => {
      draft.clear();
      ask(false);
      notify(say('details.saved'));
    },
  });
  const refused = fieldErrors(act.error).slug;
  const isWrong = typed !== '' && !isSlug(typed);

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(true);
    if (!isWrong) act.run();
  }

  return (
    <form className="card pad form" onSubmit={submit} noValidate aria-labelledby="public-address">
      <div>
        <h2 id="public-address">{say('public.title')}</h2>
        <p className="quiet small">{say('public.what')}</p>
      </div>
      <div>
        {slug && <span className="field-sub">{say('public.is')}</span>}
        <PublicAddress slug={slug} />
      </div>
      <Field
        label={say('public.slug')}
        hint={say('public.slugHint')}
        name="slug"
        autoComplete="off"
        isExact
        value={draft.values.slug}
        onChange={draft.set('slug')}
        error={isAsked && isWrong ? say('public.notASlug') : refused}
      />
      {slug && typed === '' && <p className="told">{say('public.closes')}</p>}
      <FormFoot
        act={{ isPending: act.isPending, error: refused ? null : act.error }}
        isChanged={draft.isChanged}
        theirs={
          draft.meanwhile.slug === undefined
            ? []
            : [say('details.now', { field: say('public.slug'), value: draft.meanwhile.slug })]
        }
      />
    </form>
  );
}
