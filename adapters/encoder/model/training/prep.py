# Builds the training pack from public texts.
import re,os,json,unicodedata,collections,sys
D='data/'; R='data/phap-dien/'; O='pack/'; os.makedirs(O,exist_ok=True)
N=lambda s: unicodedata.normalize('NFC',s)
VN=re.compile(r'[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ]',re.I)
def cl(t):
    t=re.sub(r'\A---\n.*?\n---\n','',t,flags=re.S)
    t=re.sub(r'!\[[^\]]*\]\([^)]*\)','',t); t=re.sub(r'\[([^\]]*)\]\([^)]*\)',r'\1',t)
    t=re.sub(r'<[^>]+>',' ',t); t=re.sub(r'[*_`]+','',t); t=re.sub(r'(?m)^#+ ?','',t); t=t.replace('|',' ').replace('\xa0',' ')
    return t
HD=re.compile(r'^Điều (\d+\.\d+\.[A-ZĐ]{2}\.[\w.]*?\w|\d+[a-zđ]?)\. ?([^\W\d].{3,300})$')
CIT=re.compile(r'^\((Điều \d+.{5,400}?)\)?$')
seen=set(); arts=[]; other=[]; seenp=set()
fs=sorted(os.path.join(d,f) for d,_,x in os.walk(R) for f in x)
def flush(cur,src):
    if not cur: return
    t,b,c=cur
    b=[x for x in b if x]
    body='\n'.join(b)
    if len(body)<60 or len(VN.findall(body))<len(body)*0.08: return
    k=hash((t[:60],body[:200]))
    if k in seen: return
    seen.add(k)
    body=re.sub(r'\(Điều này có nội dung liên quan đến .*?\)(?=\n|$)','',body,flags=re.S)
    arts.append((t,c or src,body[:6000]))
for p in fs:
    t=cl(N(open(p,encoding='utf8',errors='replace').read()))
    m=re.search(r'title: (.*)',open(p,encoding='utf8',errors='replace').read(500)); src=N(m.group(1).strip().strip('"')) if m else ''
    cur=None
    for l in t.split('\n'):
        l=re.sub(r'\s+',' ',l).strip()
        if not l: continue
        m=HD.match(l)
        if m:
            flush(cur,src); cur=[m.group(2),[],None]; continue
        if cur is not None:
            m=CIT.match(l)
            if m and not cur[1]:
                cur[2]=m.group(1)[:300]; continue
            if re.match(r'^(Chương|Mục|Phần|Tiểu mục) [IVXLC\d]+',l): flush(cur,src); cur=None; continue
            cur[1].append(l)
        elif len(l)>=60 and len(VN.findall(l))>=len(l)*0.1:
            h=hash(l)
            if h not in seenp: seenp.add(h); other.append(l)
    flush(cur,src)
for f in ('phapdien-giao-duc-nghe-nghiep','phapdien-tre-em','phapdien-giao-duc-dai-hoc','phapdien-giao-duc-PARTIAL'):
    n=0
    for l in open(D+'legal-edu/'+f+'.jsonl',encoding='utf8'):
        r=json.loads(l); t,b=N(r['title']),N(r['text'])
        k=hash((t[:60],b[:200]))
        if k in seen or len(b)<60: continue
        seen.add(k); arts.append((t,N(r.get('source') or ''),b[:6000])); n+=1
    print(f,n)
with open(O+'arts.jsonl','w',encoding='utf8') as f:
    for a in arts: f.write(json.dumps(a,ensure_ascii=False)+'\n')
open(O+'law.txt','w',encoding='utf8').write('\n'.join(other))
print('arts',len(arts),sum(len(a[2]) for a in arts),'other',len(other),sum(map(len,other)))
for n in ('viwiki-2017','wiki-politics-history'):
    k=0
    with open(O+n+'.txt','w',encoding='utf8') as f:
        for l in open(D+'train-text/'+n+'.txt',encoding='utf8'):
            l=l.strip()
            if len(l)<110 or len(VN.findall(l))<len(l)*0.12: continue
            f.write(l+'\n'); k+=1
    print(n,k)
# evaluation + supervised (no hidden queries)
S=D+'retrieval-law-articles/'
Q=[json.loads(l) for l in open(S+'queries.jsonl',encoding='utf8')]
rel=collections.defaultdict(list)
for l in list(open(S+'qrels.tsv',encoding='utf8'))[1:]:
    a,b,_=l.rstrip('\n').split('\t'); rel[a].append(b)
val=[q for q in Q if q['split']=='dev' and q['edu_core']]
vg={d for q in val for d in rel[q['id']]}
sup=[q for q in Q if q['split']=='dev' and not q['edu_core'] and not q['edu']]
sup2=[q for q in sup if not any(d in vg for d in rel[q['id']])]
hg={d for q in Q if q['split']=='hidden' for d in rel[q['id']]}
print('val',len(val),'val gold',len(vg),'sup',len(sup),'after dropping pairs whose gold is a val gold',len(sup2), 'sup gold',len({d for q in sup2 for d in rel[q['id']]}),'sup gold & hidden gold',len({d for q in sup2 for d in rel[q['id']]}&hg))
W=lambda n,rows: open(O+n,'w',encoding='utf8').write('\n'.join(json.dumps(r,ensure_ascii=False) for r in rows))
W('sup.jsonl',[[N(q['text']),rel[q['id']]] for q in sup2])
W('val.jsonl',[[N(q['text']),rel[q['id']]] for q in val])
W('corpus.jsonl',[[c['id'],N(c.get('title') or ''),N(c['text'])] for c in map(json.loads,open(S+'corpus.jsonl',encoding='utf8'))])
for n in ('alqac2023','xquad-vi'):
    S=D+'retrieval-'+n+'/'; rel=collections.defaultdict(list)
    for l in list(open(S+'qrels.tsv',encoding='utf8'))[1:]:
        a,b,_=l.rstrip('\n').split('\t'); rel[a].append(b)
    W(n+'-q.jsonl',[[N(q['text']),rel[q['id']]] for q in map(json.loads,open(S+'queries.jsonl',encoding='utf8'))])
    W(n+'-c.jsonl',[[c['id'],N(c.get('title') or ''),N(c['text'])] for c in map(json.loads,open(S+'corpus.jsonl',encoding='utf8'))])
import shutil; shutil.copy(D+'lexicon/teencode-duytran.json',O)
