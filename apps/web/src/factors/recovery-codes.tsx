import './factors.css';
import { Download, Printer } from 'lucide-react';
import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { Button } from '../parts/button.js';
import { CopyButton } from '../parts/copy-button.js';
import { ErrorSummary } from '../parts/error-summary.js';
import { say } from '../words-entry.js';

/** Shown once: to copy, to save, to print; going on asks whether they are kept. */
export function RecoveryCodes({ codes, done }: { codes: string[]; done(): void }) {
  const [isKept, keep] = useState(false);
  const [isMissing, miss] = useState(false);
  const errors = useMemo(() => [{ fieldName: 'kept', message: say('codes.keptMissing') }], []);
  const text = `${say('codes.fileHead')}\n\n${codes.join('\n')}\n`;
  const file = useFile(text);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isKept) done();
    else miss(true);
  }

  return (
    <form className="form" onSubmit={submit} noValidate>
      {isMissing && !isKept && <ErrorSummary errors={errors} />}
      <p>{say('codes.why')}</p>
      <ol className="codes" aria-label={say('codes.list')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="acts">
        {file && (
          <a className="btn btn-secondary btn-small" href={file} download={say('codes.file')}>
            <Download size={15} aria-hidden="true" />
            {say('codes.download')}
          </a>
        )}
        <Button small icon={<Printer size={15} aria-hidden="true" />} onPress={() => window.print()}>
          {say('codes.print')}
        </Button>
        <CopyButton text={codes.join('\n')}>{say('codes.copy')}</CopyButton>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          name="kept"
          checked={isKept}
          onChange={(event) => keep(event.target.checked)}
        />
        <span>{say('codes.kept')}</span>
      </label>
      <div className="acts">
        <Button kind="primary" type="submit">
          {say('codes.goOn')}
        </Button>
      </div>
    </form>
  );
}

/** An address of the text inside this page, as long as it is shown. */
function useFile(text: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return url;
}
