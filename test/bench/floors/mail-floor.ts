import { createTransport } from 'nodemailer';
import { promptEmail } from '@app/design/emails/prompt-email.js';

/** nodemailer alone: the same letter, composed once, handed over through as many connections. */
const transport = createTransport({ pool: true, url: process.env.SMTP_URL, maxConnections: 5 });

const mail = promptEmail({
  kind: 'first',
  locale: 'en',
  reader: 'Maren',
  clinicName: 'Fernhollow',
  firstName: 'Rowan',
  url: `https://bench.example/r/${'a'.repeat(43)}`,
  paceUrl: `https://bench.example/r/${'a'.repeat(43)}/pace`,
  openUntil: 'Thursday 19 November',
  help: {
    crisisLabel: 'Call or text',
    crisisNumber: '988',
    clinicPhone: '+1 208 555 0142',
    emergencyNumber: '911',
  },
});

process.on('message', ({ send }: { send: number }) => {
  const handOver = (nth: number) =>
    transport.sendMail({
      from: { name: mail.fromName, address: 'hello@throughline.example' },
      to: `client-${nth}@ellis.example`,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
    });
  void Promise.all(Array.from({ length: send }, (_, nth) => handOver(nth))).then(() =>
    process.send!({ done: true }),
  );
});
process.send!({ ready: true });
