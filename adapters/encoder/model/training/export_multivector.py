"""Checkpoint -> ONNX -> int8 ONNX with three outputs (embedding, tokens, weights) and recorded vectors for parity.
usage: export_multivector.py CKPT TOKENIZER OUTDIR --texts texts20.json"""
import argparse, json, os, torch, numpy as np, onnxruntime as ort
from multivector import *; from common import *
ap = argparse.ArgumentParser(); ap.add_argument('ckpt'); ap.add_argument('tok'); ap.add_argument('out'); ap.add_argument('--texts', required=True); A = ap.parse_args(); os.makedirs(A.out, exist_ok=True)
m = MultiVector(); m.load_state_dict({k: v.float() for k, v in torch.load(A.ckpt, map_location='cpu').items()}); m.eval(); m.enc.plain()
x = torch.randint(5, 20000, (2, 9)); k = torch.ones(2, 9, dtype=torch.long); k[1, 6:] = 0; x[1, 6:] = 0
F32 = A.out + '/encoder.fp32.onnx'; I8 = A.out + '/encoder.int8.onnx'; names = ['embedding', 'tokens', 'weights']
torch.onnx.export(m, (x, k), F32, input_names=['input_ids', 'attention_mask'], output_names=names, dynamic_axes={'input_ids': {0: 'b', 1: 't'}, 'attention_mask': {0: 'b', 1: 't'}, 'embedding': {0: 'b'}, 'tokens': {0: 'b', 1: 't'}, 'weights': {0: 'b', 1: 't'}}, opset_version=17, dynamo=False)
from onnxruntime.quantization import quantize_dynamic, QuantType
from onnxruntime.quantization.shape_inference import quant_pre_process
try: quant_pre_process(F32, F32 + '.pre', skip_symbolic_shape=True); src = F32 + '.pre'
except Exception as e: print('pre', e); src = F32
quantize_dynamic(src, I8, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=['MatMul', 'Gemm', 'Gather'])
T = Tok(A.tok); s1, s2 = (ort.InferenceSession(f, providers=['CPUExecutionProvider']) for f in (F32, I8)); o, cs, ct = [], [], []
def run(s, r): x = np.array([r], np.int64); return [v[0] for v in s.run(names, {'input_ids': x, 'attention_mask': np.ones_like(x)})]
for kind, t in json.load(open(A.texts)):
    ids = T.ids(t, Q if kind == 'q' else P, 256); a, b = run(s1, ids), run(s2, ids); cs.append(float(a[0] @ b[0])); ct.append(float((a[1] * b[1]).sum(1).mean()))
    o.append({'kind': kind, 'text': t, 'ids': ids, 'int8_first8': [round(float(v), 5) for v in b[0][:8]], 'fp32_first8': [round(float(v), 5) for v in a[0][:8]], 'int8_last_token': [round(float(v), 5) for v in b[1][-1][:8]], 'int8_weights': [round(float(v), 4) for v in b[2][:8]]})
json.dump(o, open(A.out + '/parity.json', 'w'), ensure_ascii=False, indent=0); print('int8 vs fp32: embedding', min(cs), sum(cs) / len(cs), 'tokens', min(ct), sum(ct) / len(ct), 'bytes', os.path.getsize(I8)); os.remove(F32)
for f in (F32 + '.pre', F32 + '.data'):
    if os.path.exists(f): os.remove(f)
