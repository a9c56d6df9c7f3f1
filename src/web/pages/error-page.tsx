import type { Identity } from '../identity.ts';
import type { Problem } from '../problem.ts';
import { Layout } from './layout.tsx';
import { FaultNotice } from './notice.tsx';

export const ErrorPage = ({ problem, identity }: { readonly problem: Problem; readonly identity: Identity | null }) => (
  <Layout title={problem.title} identity={identity}>
    <div class="narrow">
      <h1>{problem.title}</h1>
      <FaultNotice fault={problem} />
      <p>
        <a href="/">Back to the desk</a>
      </p>
    </div>
  </Layout>
);
