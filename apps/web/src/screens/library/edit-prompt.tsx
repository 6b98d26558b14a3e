import { useReducer, useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import {
  archivePrompt,
  publishPrompt,
  type PromptContent,
  type PromptTemplateWithVersions,
  type PromptVersionView,
} from '../../api-client/calls-library.js';
import { Button } from '../../parts/button.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { PageHead } from '../../shell/page-head.js';
import { say } from '../../words-library.js';
import { Archive } from './archive.js';
import { LibraryLink } from './library-link.js';
import { PromptBuilder } from './prompt-builder.js';
import { contentOf, draftOf, edited } from './prompt-draft.js';
import { PromptFacts } from './prompt-facts.js';
import { useArriveAtTop } from './use-arrive-at-top.js';
import { MainWords, Versions } from './versions.js';

interface EditPromptProps {
  template: PromptTemplateWithVersions;
  /** The title of the starter it began as. */
  from: string | null;
}

/** The clinic's own prompt: what is typed becomes its next version when it is published. */
export function EditPrompt({ template, from }: EditPromptProps) {
  const { id, content, version, number } = template;
  // What stood there when the typing began: somebody else's version never takes it away.
  const [base, setBase] = useState({ number, content });
  const [draft, dispatch] = useReducer(edited, content, draftOf);
  const isChanged = textOf(contentOf(draft)) !== textOf(contentOf(draftOf(base.content)));
  if (number > base.number && !isChanged) {
    setBase({ number, content });
    dispatch({ do: 'take', content });
  }
  useUnsaved(isChanged);
  useArriveAtTop();
  const act = useAct(() => publishPrompt(id, version, contentOf(draft)), {
    refresh: [['prompt-templates']],
    done: (published) => {
      setBase({ number: published.number, content: published.content });
      dispatch({ do: 'take', content: published.content });
      notify(say('builder.published', { title: published.content.title, n: published.number }));
    },
  });

  function discard() {
    setBase({ number, content });
    dispatch({ do: 'take', content });
    act.reset();
    notify(say('builder.discarded'), () => dispatch({ do: 'put-back', draft }));
  }

  function takeWords(earlier: PromptVersionView) {
    dispatch({ do: 'take', content: earlier.content });
    notify(say('versions.used', { n: earlier.number }), () => dispatch({ do: 'put-back', draft }));
  }

  return (
    <>
      <PageHead above={<LibraryLink />} title={content.title}>
        <PromptFacts template={template} from={from} />
      </PageHead>
      <PromptBuilder
        draft={draft}
        dispatch={dispatch}
        error={act.error}
        onPublish={() => act.run()}
        isChanged={isChanged}
        foot={
          <>
            <p>{say('builder.kept')}</p>
            <FormFoot
              act={act}
              isChanged={isChanged}
              label={say('builder.publishVersion', { n: number + 1 })}
              theirs={
                number > base.number
                  ? [say('builder.theirs', { n: number, title: content.title })]
                  : undefined
              }
            >
              {isChanged && (
                <Button small kind="plain" onPress={discard}>
                  {say('builder.discard')}
                </Button>
              )}
              <Archive
                title={content.title}
                what={say('archiving.promptWhat')}
                refresh={[['prompt-templates']]}
                call={() => archivePrompt(id, version)}
              />
            </FormFoot>
          </>
        }
        under={
          <Versions versions={template.versions} onTake={takeWords}>
            {({ content: published }) => <MainWords content={published} />}
          </Versions>
        }
      />
    </>
  );
}

const textOf = (content: PromptContent) => JSON.stringify(content);
