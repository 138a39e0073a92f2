"""Goes on training the encoder on written questions and gives it token vectors for late interaction.

usage: finetune.py --pack DIR --model encoder.int8.onnx --out DIR [--t-sft S] [--deadline S]
DIR holds arts.jsonl, law.txt, corpus.jsonl, sup.jsonl, val.jsonl, tokenizer.json, teencode-duytran.json and
syn.jsonl (written questions: question, passage id, title, text). Questions of passages whose id has
crc32 % 20 == 0 (and for ids that begin with w, crc32 % 10 == 0) are kept out, to fit ranking and abstention on.
"""
import argparse, json, multiprocessing, os, random, time, zlib, collections
os.environ['TOKENIZERS_PARALLELISM'] = 'false'
import numpy as np, torch, torch.nn.functional as F
from torch.utils.data import IterableDataset, DataLoader
from common import *
from pairs import pair
from multivector import *
from dequantise import state_dict
ap = argparse.ArgumentParser()
for n, t, d in (('pack', str, 'pack'), ('model', str, ''), ('out', str, 'out'), ('t-sft', float, 230), ('deadline', float, 520), ('bs-sft', int, 384), ('workers', int, 14), ('sftlr', float, 6e-5), ('head', float, 15.), ('hold', float, 1.)):
    ap.add_argument('--' + n, type=t, default=d)
A = ap.parse_args(); os.makedirs(A.out, exist_ok=True); T0 = time.time(); D = A.pack + '/'
dev = 'cuda' if torch.cuda.is_available() else 'cpu'; LOG = open(A.out + '/log.txt', 'a')
def log(*a):
    s = f'[{time.time()-T0:6.1f}] ' + ' '.join(str(x) for x in a); print(s, flush=True); LOG.write(s + '\n'); LOG.flush()
torch.manual_seed(0); torch.set_float32_matmul_precision('high'); load_teen(D + 'teencode-duytran.json')
def rd(p): return [json.loads(l) for l in open(D + p, encoding='utf8').read().split('\n') if l]
# ---------- model first, so that a mistake shows at once ----------
m = MultiVector().to(dev); sd = {k: torch.from_numpy(np.ascontiguousarray(v)) for k, v in state_dict(A.model).items()}
m.enc.load_state_dict(sd, strict=True)
with torch.no_grad():  # token vectors begin as the leading directions of the passage vector's projection
    u, s_, v_ = torch.linalg.svd(m.enc.proj.weight.float(), full_matrices=False); m.token.weight.copy_((s_[:TOKEN_DIMENSIONS, None] * v_[:TOKEN_DIMENSIONS]).to(dev))
ema = MultiVector().to(dev); ema.load_state_dict(m.state_dict())
tok0 = Tok(D + 'tokenizer.json')
def save(name, mm): torch.save({k: v.detach().half().cpu() for k, v in mm.state_dict().items()}, f'{A.out}/{name}')
save('start.pt', m)
# ---------- data ----------
ARTS = rd('arts.jsonl'); cnt = collections.Counter(a[0].lower() for a in ARTS)
ART = [(a[0].lower(), a[1].lower()[:160], a[2].lower(), cnt[a[0].lower()] > 2) for a in ARTS]; del ARTS
WIKI = open(D + 'law.txt', encoding='utf8').read().lower().split('\n')
COR = rd('corpus.jsonl'); AID = {c[0]: i for i, c in enumerate(COR)}; PT, PA = [], []
for i, c in enumerate(COR):
    for p in passages(c[1], c[2]): PT.append(p.lower()); PA.append(i)
PID = [tok0.ids(p, P, 256) for p in PT]; PA = np.array(PA); VAL = rd('val.jsonl'); VG = [{AID[g] for g in gs} for _, gs in VAL]
SUP, SYN = rd('sup.jsonl'), rd('syn.jsonl')
gset = {AID[g] for _, gs in SUP for g in gs}; gp = [k for k in range(len(PT)) if PA[k] in gset]
texts = [PT[k] for k in gp]; gart = [int(PA[k]) for k in gp]; GID = [PID[k] for k in gp]; byart = collections.defaultdict(list)
for j, a in enumerate(gart): byart[a].append(j)
at, same = {}, {}; TITLED = collections.defaultdict(lambda: (None, None))
for q, pid, t, x in SYN:
    if pid not in at:
        at[pid] = len(texts); TITLED[len(texts)] = (t.lower(), x.lower()); texts.append((t + '. ' + x).lower()); a = same.setdefault(' '.join(x.split())[:90].lower(), len(COR) + 1 + len(same)); gart.append(a); byart[a].append(at[pid]); GID.append(tok0.ids(texts[-1], P, 256))
kept = lambda pid: zlib.crc32(pid.encode()) % (10 if pid[0] == 'w' else 20) == 0
HELD = {at[p] for p in at if kept(p)}; hart = {gart[j] for j in HELD}; held = np.array(sorted(HELD))
gart = np.array(gart); bm, bmn = BM25(texts, nd=False), BM25(texts, nd=True)
SV, JOBS = [], []
def add(job):
    q, arts, kind = job
    s = bm.scores(q) + .5 * bmn.scores(q); own = [j for a in arts for j in byart[a]]
    pos = sorted(own, key=lambda j: -s[j])[:3]; s[own] = -1; s[held] = -1; top = np.argpartition(-s, 40)[:40]
    return q.lower(), pos, set(arts), kind, top[np.argsort(-s[top])].tolist()
for q, gs in SUP: JOBS.append((q, [AID[g] for g in gs], 0))
for q, pid, t, x in SYN:
    a = gart[at[pid]]
    if a in hart: SV.append((q.lower(), int(a), pid[0] == 'w'))
    else: JOBS.append((q, [int(a)], 1))
with multiprocessing.get_context('fork').Pool(A.workers) as pool: SQ, POS, OWN, KIND, HN = zip(*pool.map(add, JOBS, chunksize=64))
ORDER = [i for i in range(len(SQ)) for _ in range(2 if KIND[i] else 1)]
log('articles', len(ART), 'questions', len(SQ), 'written', sum(KIND), 'passages', len(GID), 'kept out', len(SV))
random.Random(3).shuffle(SV)
VQ = {s: [tok0.ids(style(q, s, 1), Q, 64) for q, _ in VAL] for s in STYLES}; SVQ = {s: [tok0.ids(style(q, s, 1), Q, 64) for q, _, _ in SV] for s in ('asis', 'stripped', 'teen')}
# ---------- measures ----------
@torch.no_grad()
def encode(mm, rows, bs=512, tokens=False):
    mm.eval(); order = sorted(range(len(rows)), key=lambda i: len(rows[i])); pooled = torch.zeros(len(rows), 256, device=dev); T = [None] * len(rows)
    for k in range(0, len(order), bs):
        b = order[k:k + bs]; x = torch.from_numpy(pad([rows[i] for i in b])).to(dev).long()
        with torch.autocast(dev, torch.bfloat16): e, t, w = mm(x)
        pooled[torch.tensor(b, device=dev)] = e.float()
        if tokens:
            for r, i in enumerate(b): n = len(rows[i]); T[i] = (t[r, :n].half(), w[r, :n])
    mm.train(); return (pooled, T) if tokens else pooled
@torch.no_grad()
def ranks(mm, questions, passages_, art, gold, depth=50):
    e, et = encode(mm, passages_, tokens=True); out = {}
    for s, rows in questions.items():
        q, qt = encode(mm, rows, tokens=True); top = (q @ e.T).topk(depth); R = {'pooled': [], 'late': [], 'both': []}
        for i in range(len(rows)):
            c = top.indices[i].tolist(); t, w = qt[i]; L = max(len(et[j][0]) for j in c); p = torch.zeros(len(c), L, TOKEN_DIMENSIONS, device=dev, dtype=torch.half); keep = torch.zeros(len(c), L, dtype=torch.bool, device=dev)
            for r, j in enumerate(c): n = len(et[j][0]); p[r, :n] = et[j][0]; keep[r, :n] = True
            late = interaction(t[None].float(), w[None], p.float(), keep)[0]; po = top.values[i]; z = lambda v: (v - v.min()) / (v.max() - v.min() + 1e-6)
            for name, sc in (('pooled', po), ('late', late), ('both', z(po) + z(late))):
                u = list(dict.fromkeys(int(art[c[k]]) for k in sc.argsort(descending=True).tolist()))[:10]; g = gold[i]; R[name].append(next((k for k, a in enumerate(u) if a in g), 99))
        out[s] = {n: tuple(round(float(np.mean(x)), 3) for x in ([k < 1 for k in r], [k < 10 for k in r], [1 / (k + 1) if k < 10 else 0 for k in r])) for n, r in R.items()}
    return out
def measure(mm, full=False):
    a = time.time(); n = None if full else 320; r = ranks(mm, {s: v[:n] for s, v in SVQ.items() if full or s != 'teen'}, GID, gart, [{a} for _, a, _ in SV]); score = float(np.mean([r[s][n][2] for s in ('asis', 'stripped') for n in ('pooled', 'late')]))
    if full: r['law'] = ranks(mm, VQ, PID, PA, VG)
    r['score'] = score; r['s'] = round(time.time() - a, 1); return r
# ---------- streams ----------
class Con(IterableDataset):
    def __init__(s, bs, maxw=200, fart=.9, run=6): s.bs, s.maxw, s.fart, s.run = bs, maxw, fart, run
    def __iter__(s):
        wi = torch.utils.data.get_worker_info(); rng = random.Random(1000003 * (wi.id if wi else 0) + 17 + int(time.time() * 1000) % 99991); tok = Tok(D + 'tokenizer.json')
        while True:
            q, p, uid = [], [], []
            while len(q) < s.bs:
                art = rng.random() < s.fart; X = ART if art else WIKI; i = rng.randrange(len(X))
                for j in range(i, min(len(X), i + s.run)):
                    if len(q) >= s.bs: break
                    pr = pair(rng, X[j], art, s.maxw)
                    if pr is None or not pr[0].strip(): continue
                    q.append(tok.ids(pr[0], Q, 48)); p.append(tok.ids(pr[1], P, 256)); uid.append(j + (0 if art else 10**7))
            yield torch.from_numpy(pad(q, 48)), torch.from_numpy(pad(p, 256)), torch.tensor(uid)
def self_ids(i, rng, tok):
    return GID[i] if i not in TITLED else tok.ids(prefixed(i, rng), P, 256)
def prefixed(i, rng):
    """a passage under its title, a part of the title, the title of its article alone, or nothing: documents name their parts in many ways"""
    t, x = TITLED[i]
    r = rng.random(); name, _, law = t.partition(' – ')
    if r < .35: head = t
    elif r < .55: head = law if law.startswith('điều') or rng.random() < .3 else name
    elif r < .75: head = f'chương {rng.choice(("i", "ii", "iii", "iv", "v"))}. điều {rng.randint(1, 60)}. {name}'
    elif r < .9: head = f'điều {rng.randint(1, 60)}. {name}'
    else: return x
    return head + '. ' + x
class Sft(IterableDataset):
    def __init__(s, bs, hn, extra): s.bs, s.hn, s.extra = bs, hn, extra
    def __iter__(s):
        wi = torch.utils.data.get_worker_info(); rng = random.Random(99 + 7919 * (wi.id if wi else 0) + int(time.time()) % 9973); tok = Tok(D + 'tokenizer.json'); ex = iter(Con(s.extra)); order = []
        while True:
            q, p, up, ng, un = [], [], [], [], []
            while len(q) < s.bs:
                if not order: order = ORDER[:]; rng.shuffle(order)
                i = order.pop(); q.append(tok.ids(noise(SQ[i], rng), Q, 48)); P_ = POS[i]; j = P_[0] if len(P_) == 1 or rng.random() < .8 else rng.choice(P_[1:]); p.append(self_ids(j, rng, tok)); up.append(int(gart[j]))
                H = s.hn[i]
                for _ in range(3): z = H[min(len(H) - 1, int(rng.expovariate(1 / 9)))]; ng.append(self_ids(z, rng, tok)); un.append(int(gart[z]))
            yield torch.from_numpy(pad(q, 48)), torch.from_numpy(pad(p + ng, 256)), torch.tensor(up), torch.tensor(un), next(ex)
def loader(ds): return iter(DataLoader(ds, batch_size=None, num_workers=A.workers, prefetch_factor=3, pin_memory=True))
ref = MultiVector().to(dev).eval(); ref.load_state_dict(m.state_dict()); [p.requires_grad_(False) for p in ref.parameters()]
def opt(lr): return torch.optim.AdamW([{'params': list(m.enc.parameters()), 'weight_decay': .0, 'k': 1.}, {'params': [*m.token.parameters(), *m.weight.parameters(), m.scale], 'weight_decay': 0, 'k': A.head}], lr=lr, betas=(.9, .98), eps=1e-6, fused=dev == 'cuda')
def pooled_loss(q, p, uq, up, temp=.05, both=False):
    s = (q @ p.T / temp).float(); n = len(q); same = uq[:, None] == up[None]; same[torch.arange(n), torch.arange(n)] = False; s = s.masked_fill(same, -1e4); lab = torch.arange(n, device=s.device); l = F.cross_entropy(s, lab)
    return (l + F.cross_entropy(s[:, :n].T, lab)) / 2 if both else l
def late_loss(q, w, p, keep, uq, up, teach=None):
    s = interaction(q, w, p, keep); n = len(q); same = uq[:, None] == up[None]; same[torch.arange(n), torch.arange(n)] = False; s = (s * m.scale.exp().clamp(max=120)).masked_fill(same, -1e4); lab = torch.arange(n, device=s.device); l = F.cross_entropy(s, lab)
    if teach is not None:  # the passage vector learns from the finer score
        t = (teach / .05).masked_fill(same, -1e4); l = l + .5 * F.kl_div(F.log_softmax(t, -1), F.softmax(s.detach(), -1), reduction='batchmean')
    return l
def follow(st):
    with torch.no_grad():
        dk = min(.99, st / (st + 10))
        for a, c in zip(ema.parameters(), m.parameters()): a.lerp_(c, 1 - dk)
def step(o, loss): o.zero_grad(); loss.backward(); torch.nn.utils.clip_grad_norm_(m.parameters(), 1.); o.step()
def to(x): return [z.to(dev, non_blocking=True) for z in x]
log('before', measure(m))
# ---------- supervised, hard negatives of the model itself ----------
def mine():
    e = encode(m, GID); q = encode(m, [tok0.ids(x, Q, 48) for x in SQ]); top = (q @ e.T).topk(45).indices.cpu().numpy(); H = []
    for i, r in enumerate(top):
        r = [int(j) for j in r if gart[j] not in OWN[i] and int(j) not in HELD][1:30]; H.append([x for ab in zip(r, HN[i]) for x in ab] or HN[i])
    return H
best_s = 0; o = opt(A.sftlr); it = loader(Sft(A.bs_sft, mine(), A.bs_sft)); b = next(it); st = 0; t = lastev = time.time(); off = 0; wait = 0; mined = False
while (p := (time.time() - t - off) / A.t_sft) < 1 and time.time() - T0 < A.deadline:
    if not mined and p > .45: a = time.time(); del it; it = loader(Sft(A.bs_sft, mine(), A.bs_sft)); b = next(it); mined = True; off += time.time() - a; log('mined again')
    for g in o.param_groups: g['lr'] = g['k'] * A.sftlr * min(1, (st + 1) / 40) * max(.05, 1 - p)
    q, d, up, un = to(b[:4]); xq, xd, xu = to(b[4]); a = time.time(); b = next(it); wait += time.time() - a; n = len(q); k = 128
    sel = torch.randperm(n, device=dev)[:k]; rows = torch.cat((sel, n + (sel[:, None] * 3 + torch.arange(3, device=dev)).flatten()))
    with torch.autocast(dev, torch.bfloat16):
        zq, tq, wq = m(torch.cat((q, xq)).long()); zd, td, _ = m(torch.cat((d, xd)).long()); u2 = torch.cat((up, un)); nd_ = len(d)
        loss = pooled_loss(zq[:n], zd[:nd_], up, u2) + .4 * pooled_loss(zq[n:], zd[nd_:], xu, xu, both=True)
        loss = loss + late_loss(tq[sel].bfloat16(), wq[sel], td[rows].bfloat16(), d[rows] != 0, up[sel], u2[rows], zq[sel] @ zd[rows].T) + .3 * late_loss(tq[n:n + k].bfloat16(), wq[n:n + k], td[nd_:nd_ + k].bfloat16(), xd[:k] != 0, xu[:k], xu[:k])
        with torch.no_grad(): rq, rp = ref(xq.long())[0], ref(xd.long())[0]; keep_ = (rq @ rp.T / .05).float()
        loss = loss + A.hold * F.kl_div(F.log_softmax((zq[n:] @ zd[nd_:].T / .05).float(), -1), F.softmax(keep_, -1), reduction='batchmean')
    step(o, loss); st += 1; follow(st)
    if time.time() - lastev > 40:
        a = time.time(); r = measure(ema); off += time.time() - a; lastev = time.time(); log('sft', st, f'{p:.2f}', round(loss.item(), 3), 'wait', round(wait, 1), {s: r[s] for s in ('asis', 'stripped')}, r['score'], 'NEW' if r['score'] > best_s else '')
        if r['score'] > best_s: best_s = r['score']; save('best.pt', ema)
r = measure(ema, True); log('end', st, r)
if r['score'] > best_s: save('best.pt', ema)
# halfway between the model that went in and the one that came out (Wortsman and others, 2022) is often the most robust
half = MultiVector().to(dev); b = torch.load(A.out + '/best.pt', map_location=dev); f = {k: v.float() for k, v in ref.state_dict().items()}
half.load_state_dict({k: (v.float() + f[k]) / 2 if k.startswith('enc.') else v.float() for k, v in b.items()}); save('half.pt', half); log('half', measure(half, True))
json.dump([[q, a, w] for q, a, w in SV][:3], open(A.out + '/kept.json', 'w')); log('done'); os._exit(0)
