import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { type NewWebhook, putWebhook, type Webhook } from '../../api-client/calls-safety-settings.js';
import { Button } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import { FormFoot } from '../../parts/form-foot.js';
import { say } from '../../words-safety.js';

interface WebhookFormProps {
  webhook: Webhook;
  onMade(made: NewWebhook): void;
  onBack?(): void;
}

/** The address. Whatever is saved gets a new secret. */
export function WebhookForm({ webhook: { url, version }, onMade, onBack }: WebhookFormProps) {
  const draft = useDraft({ url: url ?? '' });
  useUnsaved(draft.isChanged);
  const [isAsked, ask] = useState(false);
  const wish = draft.values.url.trim();
  const act = useAct(() => putWebhook({ url: wish, ...(version !== null && { version }) }), {
    refresh: [['safety-webhook']],
    done: (made) => {
      draft.clear();
      onMade(made);
      onBack?.();
    },
  });
  const missing = isAsked && !wish ? say('webhook.missing') : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(true);
    if (wish) act.run();
  }

  return (
    <form className="form" onSubmit={submit} noValidate aria-labelledby="webhook">
      <Field
        label={say('webhook.url')}
        hint={url === null ? say('webhook.urlHint') : say('webhook.changeWhat')}
        type="url"
        name="url"
        autoComplete="off"
        isExact
        value={draft.values.url}
        onChange={draft.set('url')}
        error={fieldErrors(act.error).url ?? missing}
      />
      <FormFoot act={act} isChanged={draft.isChanged} label={say('webhook.set')}>
        {onBack && (
          <Button kind="plain" onPress={onBack}>
            {say('act.back')}
          </Button>
        )}
      </FormFoot>
    </form>
  );
}
