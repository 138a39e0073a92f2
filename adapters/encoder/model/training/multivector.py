"""The encoder with a second output: one small vector a token, compared by late interaction (Khattab and Zaharia 2020).

A question's score for a passage is the weighted mean over its tokens of the best match among the passage's tokens.
"""
import torch, torch.nn as nn, torch.nn.functional as F
from model import Enc

TOKEN_DIMENSIONS = 32


class MultiVector(nn.Module):
    def __init__(self, **shape):
        super().__init__()
        self.enc = Enc(**shape)
        d = self.enc.cfg['d']
        self.token = nn.Linear(d, TOKEN_DIMENSIONS, bias=False)
        self.weight = nn.Linear(d, 1)
        nn.init.zeros_(self.weight.weight)
        nn.init.constant_(self.weight.bias, 0.5)
        self.scale = nn.Parameter(torch.tensor(3.4))  # log of the inverse temperature

    def forward(self, ids, mask=None):
        """-> passage vectors [b, 256], token vectors [b, t, 32] (zero at padding), token weights [b, t]; all float32"""
        x, keep = self.enc.hidden(ids, mask)
        k = keep[..., None].to(x.dtype)
        pooled = F.normalize(self.enc.proj((x * k).sum(1) / k.sum(1)).float(), dim=-1)
        tokens = F.normalize(self.token(x).float(), dim=-1) * k.float()
        weights = F.softplus(self.weight(x).float()).squeeze(-1) * k.squeeze(-1).float()
        return pooled, tokens, weights


def interaction(q, w, p, keep, chunk=32):
    """token vectors of questions [a, s, d] with weights [a, s] against passages [b, t, d] -> scores [a, b]"""
    w = w / w.sum(1, keepdim=True)
    out = []
    for i in range(0, len(q), chunk):
        sim = torch.einsum('asd,btd->abst', q[i:i + chunk], p)
        best = sim.masked_fill(~keep[None, :, None, :], -1.0).amax(-1)
        out.append((best.float() * w[i:i + chunk, None, :]).sum(-1))
    return torch.cat(out)


def own_interaction(q, w, p, keep):
    """questions [a, s, d], each against its own passages [a, n, t, d] -> scores [a, n]"""
    w = w / w.sum(1, keepdim=True)
    sim = torch.einsum('asd,antd->anst', q, p).masked_fill(~keep[:, :, None, :], -1.0)
    return (sim.amax(-1).float() * w[:, None, :]).sum(-1)
