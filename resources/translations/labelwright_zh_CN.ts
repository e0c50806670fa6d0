<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AnnotationPainter</name>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Accept proposal</source>
        <translation>接受建议</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Add samples</source>
        <translation>添加样本</translation>
    </message>
    <message>
        <source>Assign label</source>
        <translation>标注标签</translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Delete objects</source>
        <translation>删除对象</translation>
    </message>
    <message>
        <source>Delete samples</source>
        <translation>删除样本</translation>
    </message>
    <message>
        <source>Draw rectangle</source>
        <translation>绘制矩形</translation>
    </message>
    <message>
        <source>Draw circle</source>
        <translation>绘制圆形</translation>
    </message>
    <message>
        <source>Draw dashed line</source>
        <translation>绘制虚线</translation>
    </message>
    <message>
        <source>Draw line</source>
        <translation>绘制直线</translation>
    </message>
    <message>
        <source>Draw point</source>
        <translation>绘制点</translation>
    </message>
    <message>
        <source>Draw polygon</source>
        <translation>绘制多边形</translation>
    </message>
    <message>
        <source>Draw polyline</source>
        <translation>绘制折线</translation>
    </message>
    <message>
        <source>Draw rotated rectangle</source>
        <translation>绘制旋转矩形</translation>
    </message>
    <message>
        <source>Duplicate objects</source>
        <translation>复制对象</translation>
    </message>
    <message>
        <source>Set attribute</source>
        <translation>设置属性</translation>
    </message>
    <message>
        <source>Edit geometry</source>
        <translation>编辑几何</translation>
    </message>
    <message>
        <source>Edit label</source>
        <translation>编辑标签</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Edit reasons</source>
        <translation>编辑原因</translation>
    </message>
    <message>
        <source>Hide or show objects</source>
        <translation>隐藏或显示对象</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Add vertex</source>
        <translation>添加顶点</translation>
    </message>
    <message>
        <source>Lock or unlock objects</source>
        <translation>锁定或解锁对象</translation>
    </message>
    <message>
        <source>Read media properties</source>
        <translation>读取媒体属性</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>合并标签</translation>
    </message>
    <message>
        <source>Move objects</source>
        <translation>移动对象</translation>
    </message>
    <message>
        <source>Move vertex</source>
        <translation>移动顶点</translation>
    </message>
    <message>
        <source>Nudge objects</source>
        <translation>微移对象</translation>
    </message>
    <message>
        <source>Nudge edge</source>
        <translation>微移边</translation>
    </message>
    <message>
        <source>Paste objects</source>
        <translation>粘贴对象</translation>
    </message>
    <message>
        <source>Change label of objects</source>
        <translation>更改对象标签</translation>
    </message>
    <message>
        <source>Remove all labels</source>
        <translation>移除全部标签</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Delete vertex</source>
        <translation>删除顶点</translation>
    </message>
    <message>
        <source>Rename label</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Change drawing order</source>
        <translation>更改绘制顺序</translation>
    </message>
    <message>
        <source>Reorder labels</source>
        <translation>调整标签顺序</translation>
    </message>
    <message>
        <source>Resize object</source>
        <translation>调整对象大小</translation>
    </message>
    <message>
        <source>Rotate object</source>
        <translation>旋转对象</translation>
    </message>
    <message>
        <source>Mark hard</source>
        <translation>标为难例</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>设置状态</translation>
    </message>
    <message>
        <source>Set usage</source>
        <translation>设置用途</translation>
    </message>
    <message>
        <source>Toggle label</source>
        <translation>切换标签</translation>
    </message>
    <message>
        <source>Mark not hard</source>
        <translation>取消难例</translation>
    </message>
    <message>
        <source>Verify as empty</source>
        <translation>核实为空</translation>
    </message>
    <message>
        <source>It was cancelled; nothing was changed</source>
        <translation>已取消；未作任何更改</translation>
    </message>
    <message>
        <source>It cannot be found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>It exists already</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>The system refused to read or write</source>
        <translation>系统拒绝读写</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The content is damaged or is not what it claims to be</source>
        <translation>内容已损坏，或与其声称的不符</translation>
    </message>
    <message>
        <source>The data changed in the meantime; nothing was written</source>
        <translation>数据在此期间已更改；未写入任何内容</translation>
    </message>
    <message>
        <source>The project is open for reading only</source>
        <translation>项目以只读方式打开</translation>
    </message>
    <message>
        <source>The same work is already under way</source>
        <translation>同样的工作已在进行</translation>
    </message>
    <message>
        <source>This is not supported here</source>
        <translation>此处不支持</translation>
    </message>
    <message>
        <source>It is larger than the limit</source>
        <translation>超出限制</translation>
    </message>
    <message>
        <source>A required field is missing</source>
        <translation>缺少必需字段</translation>
    </message>
    <message>
        <source>A value is not valid</source>
        <translation>值无效</translation>
    </message>
    <message>
        <source>The target format cannot hold it</source>
        <translation>目标格式无法保存</translation>
    </message>
    <message>
        <source>The request is not complete or not valid</source>
        <translation>请求不完整或无效</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Check that the file or folder is still there and the disk is connected.</source>
        <translation>请检查文件或文件夹是否还在、磁盘是否已连接。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请另选名称。</translation>
    </message>
    <message>
        <source>Check the permissions and the disk, then try again.</source>
        <translation>请检查权限和磁盘，然后重试。</translation>
    </message>
    <message>
        <source>Free some space, then try again. What was saved before is safe.</source>
        <translation>请腾出空间后重试。此前保存的内容是安全的。</translation>
    </message>
    <message>
        <source>Open a backup, or look at the place named.</source>
        <translation>请打开备份，或查看所指位置。</translation>
    </message>
    <message>
        <source>The view is up to date now: try again.</source>
        <translation>视图已更新：请重试。</translation>
    </message>
    <message>
        <source>Close the other window or process that has it open, then open it again.</source>
        <translation>请关闭打开它的另一窗口或进程，然后重新打开。</translation>
    </message>
    <message>
        <source>Wait for it to end, or cancel it in the status bar.</source>
        <translation>请等待其结束，或在状态栏取消。</translation>
    </message>
    <message>
        <source>Choose another format, or agree to the loss.</source>
        <translation>请另选格式，或接受损失。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>exists</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>read or write error</source>
        <translation>读写错误</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>忙</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>missing field</source>
        <translation>缺少字段</translation>
    </message>
    <message>
        <source>bad value</source>
        <translation>值错误</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>Unlabeled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Labeled</source>
        <translation>已标注</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Inference</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Any shape</source>
        <translation>任意形状</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Rotated rectangle</source>
        <translation>旋转矩形</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Polyline</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Whole sample</source>
        <translation>整个样本</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>关键点</translation>
    </message>
    <message>
        <source>Time span</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>Text span</source>
        <translation>文本段</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>Paint mask</source>
        <translation>绘制掩码</translation>
    </message>
    <message>
        <source>Erase from masks</source>
        <translation>擦除掩码</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>填充孔洞</translation>
    </message>
    <message>
        <source>Drop specks</source>
        <translation>去除碎块</translation>
    </message>
    <message>
        <source>Grow masks</source>
        <translation>扩张掩码</translation>
    </message>
    <message>
        <source>Shrink masks</source>
        <translation>收缩掩码</translation>
    </message>
    <message>
        <source>Smooth masks</source>
        <translation>平滑掩码</translation>
    </message>
    <message>
        <source>Merge masks</source>
        <translation>合并掩码</translation>
    </message>
    <message>
        <source>Split into islands</source>
        <translation>拆分为独立区域</translation>
    </message>
    <message>
        <source>Masks to polygons</source>
        <translation>掩码转多边形</translation>
    </message>
    <message>
        <source>Shapes to masks</source>
        <translation>形状转掩码</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>the pixels of masks below objects of another label</source>
        <translation>掩码被其他标签的对象遮住的像素</translation>
    </message>
    <message>
        <source>that lines are dashed</source>
        <translation>线条为虚线</translation>
    </message>
    <message>
        <source>hard examples</source>
        <translation>难例</translation>
    </message>
    <message>
        <source>holes in polygons</source>
        <translation>多边形中的孔</translation>
    </message>
    <message>
        <source>holes in masks: the XML shows the outline, the mask picture keeps them</source>
        <translation>掩码中的孔洞：XML 只有外轮廓，掩码图中完整保留</translation>
    </message>
    <message>
        <source>masks of several parts: the XML shows the largest, the mask picture keeps them</source>
        <translation>由多块组成的掩码：XML 只有最大的一块，掩码图中完整保留</translation>
    </message>
    <message>
        <source>outlines: the shapes become masks</source>
        <translation>轮廓：形状变为掩码</translation>
    </message>
    <message>
        <source>separate objects of one label: they become one mask</source>
        <translation>同一标签的各个对象：合为一个掩码</translation>
    </message>
    <message>
        <source>objects without a label</source>
        <translation>没有标签的对象</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>rectangles and circles: they become polygons</source>
        <translation>矩形和圆形：变为多边形</translation>
    </message>
    <message>
        <source>what lies outside the picture</source>
        <translation>图片以外的部分</translation>
    </message>
    <message>
        <source>properties of samples</source>
        <translation>样本属性</translation>
    </message>
    <message>
        <source>relations between objects</source>
        <translation>对象之间的关系</translation>
    </message>
    <message>
        <source>rotation of rectangles</source>
        <translation>矩形的旋转</translation>
    </message>
    <message>
        <source>the last digits of coordinates</source>
        <translation>坐标的末位小数</translation>
    </message>
    <message>
        <source>all labels of a sample but the first</source>
        <translation>样本除第一个以外的标签</translation>
    </message>
    <message>
        <source>shapes the format does not know</source>
        <translation>该格式不支持的形状</translation>
    </message>
    <message>
        <source>texts of samples</source>
        <translation>样本的文本</translation>
    </message>
    <message>
        <source>that labels wait to be confirmed</source>
        <translation>标签等待确认的状态</translation>
    </message>
    <message>
        <source>where objects of one label touch: the mask picture does not separate them</source>
        <translation>同一标签对象相接之处：掩码图无法区分</translation>
    </message>
    <message>
        <source>keys of other programs</source>
        <translation>其他程序的字段</translation>
    </message>
    <message>
        <source>training or evaluation</source>
        <translation>训练或验证用途</translation>
    </message>
    <message>
        <source>that a sample was checked and holds nothing</source>
        <translation>样本已检查且为空</translation>
    </message>
    <message>
        <source>Mark text</source>
        <translation>标注文本</translation>
    </message>
    <message>
        <source>Add relation</source>
        <translation>添加关系</translation>
    </message>
    <message>
        <source>Draft entities</source>
        <translation>预标实体</translation>
    </message>
    <message>
        <source>Mark the same text</source>
        <translation>标注相同文本</translation>
    </message>
    <message>
        <source>Move entity</source>
        <translation>移动实体</translation>
    </message>
    <message>
        <source>Change label of relation</source>
        <translation>更改关系标签</translation>
    </message>
    <message>
        <source>Delete relations</source>
        <translation>删除关系</translation>
    </message>
    <message>
        <source>Move end of entity</source>
        <translation>移动实体边界</translation>
    </message>
    <message>
        <source>Turn relation round</source>
        <translation>反转关系方向</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>任意标签</translation>
    </message>
    <message>
        <source>No text is selected.</source>
        <translation>没有选中文本。</translation>
    </message>
    <message>
        <source>%1 is a label for relations, not for text.</source>
        <translation>%1 是关系标签，不能用于文本。</translation>
    </message>
    <message>
        <source>%1 is a label for text, not for relations.</source>
        <translation>%1 是文本标签，不能用于关系。</translation>
    </message>
    <message>
        <source>Another entity is there. In this job entities do not overlap.</source>
        <translation>此处已有实体。本任务中实体不能重叠。</translation>
    </message>
    <message>
        <source>It would cross another entity. In this job one lies within the other, or apart.</source>
        <translation>会与另一实体交叉。本任务中实体只能嵌套或分离。</translation>
    </message>
    <message>
        <source>The two are joined by %1 already.</source>
        <translation>两者之间已有关系 %1。</translation>
    </message>
    <message>
        <source>The text has that label already.</source>
        <translation>这段文本已有该标签。</translation>
    </message>
    <message>
        <source>A relation joins two entities. Choose another one.</source>
        <translation>关系连接两个实体，请另选一个。</translation>
    </message>
    <message>
        <source>%1 goes from %2 to %3.</source>
        <translation>%1 只能从 %2 指向 %3。</translation>
    </message>
    <message>
        <source>texts with characters that the encoding lacks</source>
        <translation>含有该编码没有的字符的文本</translation>
    </message>
    <message>
        <source>blanks at the ends of entities</source>
        <translation>实体两端的空白</translation>
    </message>
    <message>
        <source>lines of brat about what is no longer there</source>
        <translation>brat 中指向已不存在对象的行</translation>
    </message>
    <message>
        <source>texts of several lines: they are left out</source>
        <translation>多行文本：将不写出</translation>
    </message>
    <message>
        <source>samples without a text: they are left out</source>
        <translation>没有文本的样本：将不写出</translation>
    </message>
    <message>
        <source>entities that overlap others: the first one stays</source>
        <translation>重叠的实体：只保留最前的一个</translation>
    </message>
    <message>
        <source>entities of several parts: they become one, with what lies between the parts</source>
        <translation>由多段组成的实体：将合并为一段，包含各段之间的内容</translation>
    </message>
    <message>
        <source>texts with the separator in them: they are left out</source>
        <translation>含有分隔符的文本：将不写出</translation>
    </message>
    <message>
        <source>the blanks between words</source>
        <translation>词与词之间的空白</translation>
    </message>
    <message>
        <source>entities that begin or end within a character</source>
        <translation>在一个字符内部开始或结束的实体</translation>
    </message>
    <message>
        <source>that parts of an entity touch: they become one</source>
        <translation>实体中相接的几段：合为一段</translation>
    </message>
    <message>
        <source>that a sample is not labeled yet</source>
        <translation>样本尚未标注这一状态</translation>
    </message>
    <message>
        <source>entities of several parts: each part becomes one</source>
        <translation>由几段组成的实体：每段各成一个实体</translation>
    </message>
    <message>
        <source>frequency bands of segments</source>
        <translation>分段的频率范围</translation>
    </message>
    <message>
        <source>channels of segments</source>
        <translation>分段所在的声道</translation>
    </message>
    <message>
        <source>what is said</source>
        <translation>说话内容</translation>
    </message>
    <message>
        <source>labels of segments or contents</source>
        <translation>分段或内容的标签</translation>
    </message>
    <message>
        <source>line breaks, blank lines and tabs in what is said: they become blanks or go</source>
        <translation>说话内容中的换行、空行和制表符：变为空格或被去掉</translation>
    </message>
    <message>
        <source>times beyond the millisecond</source>
        <translation>毫秒以下的时间</translation>
    </message>
    <message>
        <source>samples whose picture or sound is missing</source>
        <translation>缺少图片或音频的样本</translation>
    </message>
    <message>
        <source>all contents of a sound but the first</source>
        <translation>一个音频除第一条以外的内容</translation>
    </message>
    <message>
        <source>who speaks</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Add segment</source>
        <translation>添加片段</translation>
    </message>
    <message>
        <source>Draft segments</source>
        <translation>自动切分</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>Duplicate segment</source>
        <translation>复制片段</translation>
    </message>
    <message>
        <source>Merge segments</source>
        <translation>合并片段</translation>
    </message>
    <message>
        <source>Move segment</source>
        <translation>移动片段</translation>
    </message>
    <message>
        <source>Move edge of segment</source>
        <translation>移动片段边界</translation>
    </message>
    <message>
        <source>Write content</source>
        <translation>填写内容</translation>
    </message>
    <message>
        <source>Set speaker</source>
        <translation>设置说话人</translation>
    </message>
    <message>
        <source>Set times</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Split segment</source>
        <translation>拆分片段</translation>
    </message>
    <message>
        <source>No sound can be heard: there is no sound device. The playhead moves without it</source>
        <translation>听不到声音：没有音频设备。播放头仍会移动</translation>
    </message>
    <message>
        <source>No sound can be heard: the sound device stopped. The playhead moves without it</source>
        <translation>听不到声音：音频设备已停止。播放头仍会移动</translation>
    </message>
</context>
<context>
    <name>PictureCanvas</name>
    <message>
        <source>The picture cannot be found:
%1
Its labels are kept. Map its folder to show it.</source>
        <translation>找不到图片：
%1
其标签已保留。映射其文件夹即可显示。</translation>
    </message>
</context>
<context>
    <name>SampleWords</name>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1 kHz</source>
        <translation>%1 kHz</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>单声道</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>立体声</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 声道</translation>
    </message>
</context>
<context>
    <name>SegmentWords</name>
    <message>
        <source>Nothing would be left of the segment.</source>
        <translation>片段将不剩任何内容。</translation>
    </message>
    <message>
        <source>That lies outside of the sound.</source>
        <translation>超出了音频的范围。</translation>
    </message>
    <message>
        <source>Another segment is there. In this job segments do not overlap.</source>
        <translation>那里已有片段。此任务中片段不能重叠。</translation>
    </message>
    <message>
        <source>In this job segments leave no gap.</source>
        <translation>此任务中片段之间不能有空隙。</translation>
    </message>
    <message>
        <source>There is no segment behind it to merge with.</source>
        <translation>后面没有可以合并的片段。</translation>
    </message>
    <message>
        <source>The playhead is not within the segment.</source>
        <translation>播放头不在该片段内。</translation>
    </message>
    <message>
        <source>The segment is locked.</source>
        <translation>该片段已锁定。</translation>
    </message>
    <message>
        <source>It has no label.</source>
        <translation>没有标签。</translation>
    </message>
    <message>
        <source>What is said is missing.</source>
        <translation>缺少说话内容。</translation>
    </message>
    <message>
        <source>It reaches out of the sound.</source>
        <translation>超出了音频的范围。</translation>
    </message>
    <message>
        <source>It is shorter than 20 ms.</source>
        <translation>短于 20 毫秒。</translation>
    </message>
    <message>
        <source>It overlaps another segment, which this job does not allow.</source>
        <translation>与其他片段重叠，此任务不允许。</translation>
    </message>
    <message>
        <source>A gap lies beside it, which this job does not allow.</source>
        <translation>旁边有空隙，此任务不允许。</translation>
    </message>
    <message>
        <source>A class has a value that is not among its values.</source>
        <translation>某个标签类的取值不在可选值之内。</translation>
    </message>
</context>
<context>
    <name>app::AboutDialog</name>
    <message>
        <source>window and widgets</source>
        <translation>窗口与控件</translation>
    </message>
    <message>
        <source>image processing</source>
        <translation>图像处理</translation>
    </message>
    <message>
        <source>project files</source>
        <translation>项目文件</translation>
    </message>
    <message>
        <source>reading manifests</source>
        <translation>读取清单</translation>
    </message>
    <message>
        <source>JSON values</source>
        <translation>JSON 值</translation>
    </message>
    <message>
        <source>XML annotations</source>
        <translation>XML 标注</translation>
    </message>
    <message>
        <source>large TIFF images</source>
        <translation>大型 TIFF 图像</translation>
    </message>
    <message>
        <source>large PNG images</source>
        <translation>大型 PNG 图像</translation>
    </message>
    <message>
        <source>icons</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>About Labelwright</source>
        <translation>关于 Labelwright</translation>
    </message>
    <message>
        <source>Labelwright %1
A desktop workbench for labeling data.
Licensed under the Apache License 2.0.</source>
        <translation>Labelwright %1
桌面数据标注工作台。
按 Apache License 2.0 许可。</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>所用组件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>decoding sounds</source>
        <translation>声音解码</translation>
    </message>
    <message>
        <source>playing sounds</source>
        <translation>声音播放</translation>
    </message>
    <message>
        <source>speed without another pitch</source>
        <translation>变速不变调</translation>
    </message>
</context>
<context>
    <name>app::Actions</name>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Publish version…</source>
        <translation>发布版本(&amp;P)…</translation>
    </message>
    <message>
        <source>Labeling &amp;jobs…</source>
        <translation>标注任务(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Find missing media…</source>
        <translation>查找缺失媒体(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy objects</source>
        <translation>复制对象(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste objects</source>
        <translation>粘贴对象(&amp;P)</translation>
    </message>
    <message>
        <source>Paste all of the pre&amp;vious sample</source>
        <translation>粘贴前一样本的全部对象(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>原位复制(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Delete &amp;all objects</source>
        <translation>删除全部对象(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>全选(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Filter samples</source>
        <translation>筛选样本(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next sample</source>
        <translation>下一个样本(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous sample</source>
        <translation>上一个样本(&amp;P)</translation>
    </message>
    <message>
        <source>Next not &amp;done</source>
        <translation>下一个未完成(&amp;D)</translation>
    </message>
    <message>
        <source>Previous not d&amp;one</source>
        <translation>上一个未完成(&amp;O)</translation>
    </message>
    <message>
        <source>Done, &amp;go to the next</source>
        <translation>完成并到下一个(&amp;G)</translation>
    </message>
    <message>
        <source>Nothing here, go to the ne&amp;xt</source>
        <translation>此处为空，到下一个(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Hard example</source>
        <translation>难例(&amp;H)</translation>
    </message>
    <message>
        <source>Set back to &amp;unlabeled</source>
        <translation>退回未标注(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;First sample</source>
        <translation>第一个样本(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last sample</source>
        <translation>最后一个样本(&amp;L)</translation>
    </message>
    <message>
        <source>Show the file in its &amp;folder</source>
        <translation>在文件夹中显示文件(&amp;F)</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Select or draw</source>
        <translation>选择或绘制</translation>
    </message>
    <message>
        <source>Draw the same shape again</source>
        <translation>再画同样的形状</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Rotated rectangle</source>
        <translation>旋转矩形</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Polyline</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Cancel the drawing, the selection, the tool</source>
        <translation>取消绘制、选择、工具</translation>
    </message>
    <message>
        <source>Label 1</source>
        <translation>标签 1</translation>
    </message>
    <message>
        <source>Label 2</source>
        <translation>标签 2</translation>
    </message>
    <message>
        <source>Label 3</source>
        <translation>标签 3</translation>
    </message>
    <message>
        <source>Label 4</source>
        <translation>标签 4</translation>
    </message>
    <message>
        <source>Label 5</source>
        <translation>标签 5</translation>
    </message>
    <message>
        <source>Label 6</source>
        <translation>标签 6</translation>
    </message>
    <message>
        <source>Label 7</source>
        <translation>标签 7</translation>
    </message>
    <message>
        <source>Label 8</source>
        <translation>标签 8</translation>
    </message>
    <message>
        <source>Label 9</source>
        <translation>标签 9</translation>
    </message>
    <message>
        <source>Label 10</source>
        <translation>标签 10</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>查找标签</translation>
    </message>
    <message>
        <source>Next object</source>
        <translation>下一个对象</translation>
    </message>
    <message>
        <source>Previous object</source>
        <translation>上一个对象</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move left by 10</source>
        <translation>左移 10</translation>
    </message>
    <message>
        <source>Move right by 10</source>
        <translation>右移 10</translation>
    </message>
    <message>
        <source>Move up by 10</source>
        <translation>上移 10</translation>
    </message>
    <message>
        <source>Move down by 10</source>
        <translation>下移 10</translation>
    </message>
    <message>
        <source>Right edge left</source>
        <translation>右边左移</translation>
    </message>
    <message>
        <source>Right edge right</source>
        <translation>右边右移</translation>
    </message>
    <message>
        <source>Bottom edge up</source>
        <translation>下边上移</translation>
    </message>
    <message>
        <source>Bottom edge down</source>
        <translation>下边下移</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>置于顶层</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>置于底层</translation>
    </message>
    <message>
        <source>Hide or show the selected objects</source>
        <translation>隐藏或显示所选对象</translation>
    </message>
    <message>
        <source>Lock or unlock the selected objects</source>
        <translation>锁定或解锁所选对象</translation>
    </message>
    <message>
        <source>&amp;Grid of samples</source>
        <translation>样本网格(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Fit the window</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Hide all objects</source>
        <translation>隐藏全部对象(&amp;H)</translation>
    </message>
    <message>
        <source>Hide or show &amp;names</source>
        <translation>隐藏或显示名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Brightness and contrast…</source>
        <translation>亮度与对比度(&amp;B)…</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>全屏(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Statistics…</source>
        <translation>统计(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Check the project file</source>
        <translation>检查项目文件(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;hard examples</source>
        <translation>显示难例(&amp;H)</translation>
    </message>
    <message>
        <source>Show samples with &amp;missing media</source>
        <translation>显示媒体缺失的样本(&amp;M)</translation>
    </message>
    <message>
        <source>Show &amp;doubtful machine labels</source>
        <translation>显示存疑的机器标签(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>按键(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;About Labelwright</source>
        <translation>关于 Labelwright(&amp;A)</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Select while the key is held</source>
        <translation>按住时选择</translation>
    </message>
    <message>
        <source>Hide or show objects of the current &amp;label</source>
        <translation>隐藏或显示当前标签的对象(&amp;L)</translation>
    </message>
    <message>
        <source>Show only objects of the &amp;current label</source>
        <translation>只显示当前标签的对象(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Outlines of masks only</source>
        <translation>掩码只显示轮廓(&amp;O)</translation>
    </message>
    <message>
        <source>Show where masks o&amp;verlap</source>
        <translation>显示掩码重叠处(&amp;V)</translation>
    </message>
    <message>
        <source>Show where nothing is la&amp;beled</source>
        <translation>显示未标注处(&amp;B)</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Outline by points</source>
        <translation>逐点勾勒</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Fill by colour</source>
        <translation>按颜色填充</translation>
    </message>
    <message>
        <source>Intelligent scissors</source>
        <translation>智能剪刀</translation>
    </message>
    <message>
        <source>Object in a box</source>
        <translation>框内抠图</translation>
    </message>
    <message>
        <source>Four extreme points</source>
        <translation>四个极值点</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>缩小画笔</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>放大画笔</translation>
    </message>
    <message>
        <source>Fill &amp;holes</source>
        <translation>填充孔洞(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Drop specks</source>
        <translation>去除碎块(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>平滑(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Grow</source>
        <translation>扩张(&amp;G)</translation>
    </message>
    <message>
        <source>Shri&amp;nk</source>
        <translation>收缩(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Merge masks</source>
        <translation>合并掩码(&amp;M)</translation>
    </message>
    <message>
        <source>Split into &amp;islands</source>
        <translation>拆分为独立区域(&amp;I)</translation>
    </message>
    <message>
        <source>Masks to &amp;polygons…</source>
        <translation>掩码转多边形(&amp;P)…</translation>
    </message>
    <message>
        <source>Shapes to mas&amp;ks…</source>
        <translation>形状转掩码(&amp;K)…</translation>
    </message>
    <message>
        <source>Copy to the ne&amp;xt sample</source>
        <translation>复制到下一个样本(&amp;X)</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>&amp;Find in the text</source>
        <translation>在文本中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>查找上一处(&amp;P)</translation>
    </message>
    <message>
        <source>Begin one character earlier</source>
        <translation>起点前移一个字符</translation>
    </message>
    <message>
        <source>Begin one character later</source>
        <translation>起点后移一个字符</translation>
    </message>
    <message>
        <source>End one character earlier</source>
        <translation>终点前移一个字符</translation>
    </message>
    <message>
        <source>End one character later</source>
        <translation>终点后移一个字符</translation>
    </message>
    <message>
        <source>Begin one word earlier</source>
        <translation>起点前移一个词</translation>
    </message>
    <message>
        <source>Begin one word later</source>
        <translation>起点后移一个词</translation>
    </message>
    <message>
        <source>End one word earlier</source>
        <translation>终点前移一个词</translation>
    </message>
    <message>
        <source>End one word later</source>
        <translation>终点后移一个词</translation>
    </message>
    <message>
        <source>Select its text anew</source>
        <translation>重新选择实体的文本</translation>
    </message>
    <message>
        <source>Line n&amp;umbers</source>
        <translation>行号(&amp;U)</translation>
    </message>
    <message>
        <source>Mark with the current label</source>
        <translation>用当前标签标记</translation>
    </message>
    <message>
        <source>Relate two entities</source>
        <translation>关联两个实体</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>&amp;Mark the same text…</source>
        <translation>标注相同文本(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Draft entities…</source>
        <translation>预标实体(&amp;D)…</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Segment &amp;begins here</source>
        <translation>片段从这里开始(&amp;B)</translation>
    </message>
    <message>
        <source>Segment &amp;ends here</source>
        <translation>片段到这里结束(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Split at the playhead</source>
        <translation>在播放头处拆分(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Merge with the next</source>
        <translation>与后一个合并(&amp;M)</translation>
    </message>
    <message>
        <source>Play the &amp;next segment</source>
        <translation>播放后一个片段(&amp;N)</translation>
    </message>
    <message>
        <source>Play the &amp;previous segment</source>
        <translation>播放前一个片段(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Loop the selected segment</source>
        <translation>循环播放所选片段(&amp;L)</translation>
    </message>
    <message>
        <source>Type in the &amp;table</source>
        <translation>在表中填写(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Draft segments from silences…</source>
        <translation>按静音自动切分(&amp;D)…</translation>
    </message>
    <message>
        <source>Begin 10 ms earlier</source>
        <translation>起点提前 10 毫秒</translation>
    </message>
    <message>
        <source>Begin 10 ms later</source>
        <translation>起点推后 10 毫秒</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Play the &amp;marked range once</source>
        <translation>播放一次选定的范围(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>循环(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Back 2 seconds</source>
        <translation>后退 2 秒(&amp;B)</translation>
    </message>
    <message>
        <source>F&amp;orward 2 seconds</source>
        <translation>前进 2 秒(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>放慢(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Normal speed</source>
        <translation>正常速度(&amp;N)</translation>
    </message>
    <message>
        <source>Spectro&amp;gram</source>
        <translation>频谱图(&amp;G)</translation>
    </message>
    <message>
        <source>Spectrogram se&amp;ttings…</source>
        <translation>频谱图设置(&amp;T)…</translation>
    </message>
    <message>
        <source>Make segments by dragging</source>
        <translation>拖动创建片段</translation>
    </message>
</context>
<context>
    <name>app::DraftsDialog</name>
    <message>
        <source>there is no label “%1”</source>
        <translation>没有名为“%1”的标签</translation>
    </message>
    <message>
        <source>“%1” is there already</source>
        <translation>“%1”已经有了</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation>文本太长</translation>
    </message>
    <message>
        <source>the text or its label is missing</source>
        <translation>缺少文本或标签</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 行</translation>
    </message>
    <message>
        <source>Lines left out: %1</source>
        <translation>未采用的行：%1</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>仅整词</translation>
    </message>
    <message>
        <source>Capital and small letters alike</source>
        <translation>不区分大小写</translation>
    </message>
    <message>
        <source>Draft entities</source>
        <translation>预标实体</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>A line for each text: the text, a tab, the label. Without a label it gets the one below.</source>
        <translation>每行一条：文本、制表符、标签。没有标签的使用下面的标签。</translation>
    </message>
    <message>
        <source>New York	place</source>
        <translation>北京	地点</translation>
    </message>
    <message>
        <source>What the first group in parentheses matches becomes the entity, without a group all of the match.</source>
        <translation>第一个括号分组匹配到的内容成为实体；没有分组时取整个匹配。</translation>
    </message>
    <message>
        <source>Texts (*.txt *.tsv *.csv);;All files (*)</source>
        <translation>文本 (*.txt *.tsv *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Paste or open a list of texts.</source>
        <translation>请粘贴或打开一份文本列表。</translation>
    </message>
    <message>
        <source>Write a regular expression.</source>
        <translation>请输入正则表达式。</translation>
    </message>
    <message>
        <source>The job has no label for text yet.</source>
        <translation>本任务还没有文本标签。</translation>
    </message>
    <message>
        <source>This is no regular expression, from character %1 on.</source>
        <translation>正则表达式有误，从第 %1 个字符起。</translation>
    </message>
    <message numerus="yes">
        <source>Draft %Ln entity(ies)</source>
        <translation>
            <numerusform>预标 %Ln 个实体</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>预标</translation>
    </message>
</context>
<context>
    <name>app::ExportDialog</name>
    <message numerus="yes">
        <source>%1: in %Ln sample(s), for example %2</source>
        <translation>
            <numerusform>%1：%Ln 个样本，例如 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <source>Samples of the current filter</source>
        <translation>当前筛选的样本</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>What the format cannot hold</source>
        <translation>此格式无法保存的内容</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>导出为</translation>
    </message>
    <message>
        <source>Looking for what the format cannot hold…</source>
        <translation>正在检查此格式无法保存的内容…</translation>
    </message>
    <message>
        <source>%1 samples with %2 annotations.</source>
        <translation>%1 个样本，%2 个标注。</translation>
    </message>
    <message>
        <source>The format cannot hold:</source>
        <translation>此格式无法保存：</translation>
    </message>
    <message>
        <source>The format holds all of it.</source>
        <translation>此格式可以完整保存。</translation>
    </message>
    <message>
        <source>Choose where to write.</source>
        <translation>请选择写入位置。</translation>
    </message>
    <message>
        <source>There is something of that name already; it is replaced when the export is complete.</source>
        <translation>该名称已存在；导出完成时将被替换。</translation>
    </message>
    <message>
        <source>Export without these</source>
        <translation>忽略这些内容并导出</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln sample(s) selected in the grid</source>
        <translation>
            <numerusform>网格中选中的 %Ln 个样本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ExportFlow</name>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Exported %1 samples with %2 annotations to %3.</source>
        <translation>已将 %1 个样本、%2 个标注导出到 %3。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>发布 %1</translation>
    </message>
    <message>
        <source>Published %1: %2 samples for training, %3 for evaluation.</source>
        <translation>已发布 %1：%2 个训练样本，%3 个验证样本。</translation>
    </message>
    <message>
        <source>%1: cancelled. Nothing was written.</source>
        <translation>%1：已取消，未写入任何内容。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>%1: the label “%2” has too few labeled samples to be split. Label more of it, or publish all for training.</source>
        <translation>%1：标签“%2”的已标注样本太少，无法切分。请多标注一些，或全部作为训练集发布。</translation>
    </message>
</context>
<context>
    <name>app::FormatOptionsForm</name>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>How the pictures get into the folder that is written</source>
        <translation>图片如何放入导出的文件夹</translation>
    </message>
    <message>
        <source>are copied</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>are linked</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>Put before file names</source>
        <translation>文件名前缀</translation>
    </message>
    <message>
        <source>Put before annotation files</source>
        <translation>标注文件前缀</translation>
    </message>
    <message>
        <source>Where the manifest says the annotation files lie; they are written beside it</source>
        <translation>清单中所写的标注文件位置；文件写在清单旁边</translation>
    </message>
    <message>
        <source>Put before mask pictures</source>
        <translation>掩码图前缀</translation>
    </message>
    <message>
        <source>Where the XML says the mask pictures lie; they are written beside the manifest</source>
        <translation>XML 中记录的掩码图位置；文件写在 manifest 旁边</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Which objects take their pixels from the mask picture and not from the outline in the XML</source>
        <translation>哪些对象的像素取自掩码图而不是 XML 中的轮廓</translation>
    </message>
    <message>
        <source>of our own files</source>
        <translation>本软件导出的</translation>
    </message>
    <message>
        <source>of every object</source>
        <translation>所有对象</translation>
    </message>
    <message>
        <source>none: outlines only</source>
        <translation>不取，只用轮廓</translation>
    </message>
    <message>
        <source>Folder of the pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Where the file names are looked for, seen from the file. Empty: beside it, or in images</source>
        <translation>相对于该文件查找图片的位置。留空：文件旁边或 images 中</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>What an object with a box and a segmentation becomes</source>
        <translation>同时有矩形框和分割的对象导入为什么</translation>
    </message>
    <message>
        <source>the segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>the box</source>
        <translation>矩形框</translation>
    </message>
    <message>
        <source>Polygons of several parts</source>
        <translation>多块多边形</translation>
    </message>
    <message>
        <source>A polygon here is one outline: several parts become one mask, or an object each</source>
        <translation>这里的多边形只有一个外轮廓：多块合为一个掩码，或各成一个对象</translation>
    </message>
    <message>
        <source>one mask</source>
        <translation>一个掩码</translation>
    </message>
    <message>
        <source>an object each</source>
        <translation>各成一个对象</translation>
    </message>
    <message>
        <source>Run lengths</source>
        <translation>游程编码</translation>
    </message>
    <message>
        <source>How masks are written</source>
        <translation>掩码的写法</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>压缩字符串</translation>
    </message>
    <message>
        <source>as numbers</source>
        <translation>数字列表</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>What the pixels of the mask pictures are</source>
        <translation>掩码图像素的含义</translation>
    </message>
    <message>
        <source>class, with a palette</source>
        <translation>类别，带调色板</translation>
    </message>
    <message>
        <source>class, as grey level</source>
        <translation>类别，灰度值</translation>
    </message>
    <message>
        <source>class and object, 16 bits</source>
        <translation>类别和对象，16 位</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What the pixels of one class in an 8-bit picture become</source>
        <translation>8 位图中同一类别的像素导入为什么</translation>
    </message>
    <message>
        <source>one mask for each class</source>
        <translation>每个类别一个掩码</translation>
    </message>
    <message>
        <source>one mask for each island</source>
        <translation>每块一个掩码</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Places in a text</source>
        <translation>文本中的位置</translation>
    </message>
    <message>
        <source>What the places of entities count. It makes a difference only behind characters such as emoji, which are two units of UTF-16</source>
        <translation>实体位置的计数单位。仅在表情符号等占两个 UTF-16 单元的字符之后才有差别</translation>
    </message>
    <message>
        <source>code points, as Python does</source>
        <translation>码点（同 Python）</translation>
    </message>
    <message>
        <source>units of UTF-16, as Java and JavaScript do</source>
        <translation>UTF-16 单元（同 Java 和 JavaScript）</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Of the text file</source>
        <translation>文本文件的编码</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Between text and labels</source>
        <translation>文本与标签之间</translation>
    </message>
    <message>
        <source>One character: a letter, a digit, one of !@#$%^&amp;*_=|?/&apos;:.;, or the word tab</source>
        <translation>一个字符：字母、数字、!@#$%^&amp;*_=|?/&apos;:.;, 之一，或单词 tab</translation>
    </message>
    <message>
        <source>Between labels</source>
        <translation>标签之间</translation>
    </message>
    <message>
        <source>A sample is</source>
        <translation>一个样本是</translation>
    </message>
    <message>
        <source>Lines without text are left out</source>
        <translation>没有文本的行不导入</translation>
    </message>
    <message>
        <source>a line</source>
        <translation>一行</translation>
    </message>
    <message>
        <source>a whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>Column of the text</source>
        <translation>文本列</translation>
    </message>
    <message>
        <source>Its name or its number. Empty: by the names in the first row, else the first</source>
        <translation>列名或列号。留空：按首行的列名，否则第一列</translation>
    </message>
    <message>
        <source>Column of the labels</source>
        <translation>标签列</translation>
    </message>
    <message>
        <source>Its name or its number. Empty: by the names in the first row, else the second</source>
        <translation>列名或列号。留空：按首行的列名，否则第二列</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Whether it holds the names of the columns</source>
        <translation>首行是否为列名</translation>
    </message>
    <message>
        <source>names the columns</source>
        <translation>是列名</translation>
    </message>
    <message>
        <source>is a sample</source>
        <translation>是样本</translation>
    </message>
    <message>
        <source>Between columns</source>
        <translation>列之间</translation>
    </message>
    <message>
        <source>Automatic: found by the first row; a comma when writing</source>
        <translation>自动：由首行判断；写出时用逗号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Cells like formulas</source>
        <translation>类似公式的单元格</translation>
    </message>
    <message>
        <source>A cell that begins with = + - or @ could run in a spreadsheet: it is written with &apos; before it, which reading takes away again</source>
        <translation>以 = + - 或 @ 开头的单元格可能在电子表格中被执行：写出时在前面加 &apos;，读入时再去掉</translation>
    </message>
    <message>
        <source>guarded by &apos;</source>
        <translation>前面加 &apos;</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>换行符</translation>
    </message>
    <message>
        <source>Whether a line end of two characters (CRLF) counts as two or, as the brat server reads it, as one</source>
        <translation>两个字符的换行（CRLF）算两个字符，还是像 brat 服务器那样算一个</translation>
    </message>
    <message>
        <source>as the texts of the entities show</source>
        <translation>按实体文本判断</translation>
    </message>
    <message>
        <source>count as they stand</source>
        <translation>按原样计</translation>
    </message>
    <message>
        <source>count one</source>
        <translation>算一个</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签方案</translation>
    </message>
    <message>
        <source>How a tag says where in an entity its token stands</source>
        <translation>标签如何表示词在实体中的位置</translation>
    </message>
    <message>
        <source>IOB1: B- only where two entities touch</source>
        <translation>IOB1：仅在两个实体相接处用 B-</translation>
    </message>
    <message>
        <source>IOB2 (BIO)</source>
        <translation>IOB2（BIO）</translation>
    </message>
    <message>
        <source>IOBES: E- last, S- single</source>
        <translation>IOBES：E- 为末词，S- 为单词</translation>
    </message>
    <message>
        <source>BILOU: L- last, U- single</source>
        <translation>BILOU：L- 为末词，U- 为单词</translation>
    </message>
    <message>
        <source>BMES: M- inside, E- last, S- single</source>
        <translation>BMES：M- 为中间，E- 为末词，S- 为单词</translation>
    </message>
    <message>
        <source>Column of the tags</source>
        <translation>标签所在列</translation>
    </message>
    <message>
        <source>last, or its number from 1</source>
        <translation>last 表示最后一列，或从 1 起的列号</translation>
    </message>
    <message>
        <source>In a file that is not our own; when writing, document puts -DOCSTART- before each text and ends a sentence with each line</source>
        <translation>用于非本软件写出的文件；写出时选文档则在每篇文本前写 -DOCSTART-，并在每行末结束一句</translation>
    </message>
    <message>
        <source>a sentence</source>
        <translation>一句</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>一篇文档</translation>
    </message>
    <message>
        <source>Between tokens</source>
        <translation>词之间</translation>
    </message>
    <message>
        <source>What joins tokens to a text where the file does not say it</source>
        <translation>文件未说明时用什么把词连成文本</translation>
    </message>
    <message>
        <source>a blank, none in Chinese and Japanese</source>
        <translation>空格；中文和日文不加</translation>
    </message>
    <message>
        <source>a blank</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不加</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Four with blanks between them, as CoNLL-2003; two with a tab, as doccano wants them</source>
        <translation>四列用空格分隔，同 CoNLL-2003；两列用制表符分隔，供 doccano 导入</translation>
    </message>
    <message>
        <source>four: token _ _ tag</source>
        <translation>四列：词 _ _ 标签</translation>
    </message>
    <message>
        <source>two: token tag</source>
        <translation>两列：词 标签</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Tokens say nothing of blanks: a comment before them keeps the text as it is. Strict readers may not know comments</source>
        <translation>词本身不含空白信息：前面的注释行保存原文。严格的读取程序可能不认注释</translation>
    </message>
    <message>
        <source>also in a comment</source>
        <translation>另存于注释行</translation>
    </message>
    <message>
        <source>as tokens only</source>
        <translation>只写词</translation>
    </message>
    <message>
        <source>what fits the words</source>
        <translation>按与词边界的吻合判断</translation>
    </message>
    <message>
        <source>characters as they are seen</source>
        <translation>看到的字符（字素）</translation>
    </message>
    <message>
        <source>Short lists hold place and label only. Relations always come with objects</source>
        <translation>短列表只含位置和标签；有关系时总是写成对象</translation>
    </message>
    <message>
        <source>as short lists</source>
        <translation>写成短列表</translation>
    </message>
    <message>
        <source>as objects</source>
        <translation>写成对象</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>How the sounds get into the folder that is written</source>
        <translation>音频如何放入导出的文件夹</translation>
    </message>
    <message>
        <source>Folder of the sounds</source>
        <translation>音频所在文件夹</translation>
    </message>
    <message>
        <source>Where the sounds are looked for that are named like the files; or the sound of a single file. Empty: beside the files</source>
        <translation>在这里查找与标注文件同名的音频；也可以是单个标注文件对应的音频。留空：与标注文件放在一起</translation>
    </message>
    <message>
        <source>Texts are</source>
        <translation>文字表示</translation>
    </message>
    <message>
        <source>What the texts of segments are in the file</source>
        <translation>文件中各分段的文字是什么</translation>
    </message>
    <message>
        <source>as the file or the job says</source>
        <translation>由文件或标注作业决定</translation>
    </message>
    <message>
        <source>what is said</source>
        <translation>说话内容</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Names are</source>
        <translation>名字表示</translation>
    </message>
    <message>
        <source>What the names of speakers become, where the file has no labels beside them</source>
        <translation>文件中说话人旁边没有标签时，名字作为什么导入</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>is not in the text</source>
        <translation>不写入文字</translation>
    </message>
    <message>
        <source>stands before the text, as in Tom: hello</source>
        <translation>写在文字之前，例如“Tom: hello”</translation>
    </message>
    <message>
        <source>Columns in order</source>
        <translation>各列依次为</translation>
    </message>
    <message>
        <source>Words parted by commas: file, start, end, duration, label, speaker, content, channel, low_hz, high_hz, confidence, or - for one that says nothing. Empty: by the names in the first row</source>
        <translation>用逗号隔开的词：file、start、end、duration、label、speaker、content、channel、low_hz、high_hz、confidence，无意义的列写 -。留空：按第一行的列名</translation>
    </message>
    <message>
        <source>For example s3://bucket/photos: where the files of the project&apos;s folder will lie. Empty: names relative to the manifest</source>
        <translation>例如 s3://bucket/photos：项目文件夹中的文件将放在哪里。留空：使用相对于 manifest 的名称</translation>
    </message>
</context>
<context>
    <name>app::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>A manifest, a list or a folder; or drop it here</source>
        <translation>清单、列表或文件夹；也可以拖放到这里</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Samples with their labels</source>
        <translation>样本及其标签</translation>
    </message>
    <message>
        <source>Samples only, unlabeled</source>
        <translation>仅样本，未标注</translation>
    </message>
    <message>
        <source>The labels are final</source>
        <translation>标签为最终结果</translation>
    </message>
    <message>
        <source>The labels wait to be confirmed</source>
        <translation>标签等待确认</translation>
    </message>
    <message>
        <source>Hard examples only</source>
        <translation>仅难例</translation>
    </message>
    <message>
        <source>Refuse all at the first fault</source>
        <translation>遇到第一处错误即全部拒绝</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Only the labels</source>
        <translation>仅含标签</translation>
    </message>
    <message>
        <source>Without the labels</source>
        <translation>不含标签</translation>
    </message>
    <message>
        <source>Options of the format</source>
        <translation>格式选项</translation>
    </message>
    <message>
        <source>Remote media</source>
        <translation>远程媒体</translation>
    </message>
    <message>
        <source>Detect the format</source>
        <translation>检测格式</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有这样的文件或文件夹。</translation>
    </message>
    <message>
        <source>No format for this kind of job knows it. Choose one to try.</source>
        <translation>没有适合此类任务的格式能识别它。请选择一种格式尝试。</translation>
    </message>
    <message>
        <source>Looks like: %1</source>
        <translation>看起来是：%1</translation>
    </message>
    <message>
        <source>Reading the first records…</source>
        <translation>正在读取前几条记录…</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>问题（%1）</translation>
    </message>
    <message>
        <source>%1 samples, %2 annotations.</source>
        <translation>%1 个样本，%2 个标注。</translation>
    </message>
    <message>
        <source>The first %1 samples, with %2 annotations.</source>
        <translation>前 %1 个样本，含 %2 个标注。</translation>
    </message>
    <message>
        <source>Labels of this job: %1.</source>
        <translation>本任务的标签：%1。</translation>
    </message>
    <message>
        <source>New labels: %1.</source>
        <translation>新标签：%1。</translation>
    </message>
    <message>
        <source>%1 records will be refused.</source>
        <translation>%1 条记录将被拒绝。</translation>
    </message>
    <message>
        <source>%1 records will be taken with changes.</source>
        <translation>%1 条记录将经修改后导入。</translation>
    </message>
    <message>
        <source>%1 relations.</source>
        <translation>%1 个关系。</translation>
    </message>
</context>
<context>
    <name>app::ImportFlow</name>
    <message>
        <source>%1 of %2 samples are in the labeled state.</source>
        <translation>%2 个样本中有 %1 个处于已标注状态。</translation>
    </message>
    <message>
        <source>Already in the project: %1.</source>
        <translation>%1 个样本项目中已有。</translation>
    </message>
    <message>
        <source>Media not found: %1.</source>
        <translation>%1 个样本的媒体未找到。</translation>
    </message>
    <message>
        <source>Records refused: %1.</source>
        <translation>拒绝了 %1 条记录。</translation>
    </message>
    <message>
        <source>Taken with changes: %1.</source>
        <translation>%1 条记录经修改后导入。</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>%1: cancelled. Nothing was changed.</source>
        <translation>%1：已取消，未作任何更改。</translation>
    </message>
</context>
<context>
    <name>app::IssuesDialog</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Open a problem above to see its place in the file.</source>
        <translation>打开上方的问题可查看它在文件中的位置。</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>文件中的位置</translation>
    </message>
</context>
<context>
    <name>app::JobRulesForm</name>
    <message>
        <source>A sample may have several labels</source>
        <translation>一个样本可以有多个标签</translation>
    </message>
    <message>
        <source>Masks do not overlap: painting takes pixels from others</source>
        <translation>掩码互不重叠：绘制时取走其他对象的像素</translation>
    </message>
    <message>
        <source>Keep relations that do not fit their label, and mark them</source>
        <translation>保留不符合标签要求的关系，并加以标记</translation>
    </message>
    <message>
        <source>Entities may overlap</source>
        <translation>实体可以重叠</translation>
    </message>
    <message>
        <source>Entities may lie within one another, but not cross</source>
        <translation>实体可以嵌套，但不能交叉</translation>
    </message>
    <message>
        <source>Entities do not share text</source>
        <translation>实体之间不共用文字</translation>
    </message>
    <message>
        <source>How entities may lie</source>
        <translation>实体的位置规则</translation>
    </message>
    <message>
        <source>Else a relation between entities its label does not allow is refused</source>
        <translation>否则，标签不允许的实体之间不能建立关系</translation>
    </message>
    <message>
        <source>One per line, or separated by commas. More can be added at any time.</source>
        <translation>每行一个，或用逗号分隔。随时可以再添加。</translation>
    </message>
    <message>
        <source>Relations name their ends: author(Book&gt;Person); * is any entity.</source>
        <translation>关系要写明两端：作者(书籍&gt;人物)；* 表示任意实体。</translation>
    </message>
    <message>
        <source>Segments carry what is said</source>
        <translation>片段带有语音内容</translation>
    </message>
    <message>
        <source>Also chosen for each segment, one class per line:</source>
        <translation>每个片段还要选择的标签类别，每行一类：</translation>
    </message>
    <message>
        <source>Segments may overlap</source>
        <translation>片段可以重叠</translation>
    </message>
    <message>
        <source>Segments do not overlap</source>
        <translation>片段不重叠</translation>
    </message>
    <message>
        <source>Segments follow each other without gaps</source>
        <translation>片段首尾相接，没有间隙</translation>
    </message>
    <message>
        <source>How segments may lie</source>
        <translation>片段之间的关系</translation>
    </message>
    <message>
        <source>emotion: calm, angry, happy</source>
        <translation>情绪：平静，愤怒，高兴</translation>
    </message>
    <message>
        <source>Label classes</source>
        <translation>标签类别</translation>
    </message>
    <message>
        <source>“%1”: a label class has no name or is there twice.</source>
        <translation>“%1”：标签类别没有名称或重复。</translation>
    </message>
</context>
<context>
    <name>app::JobsDialog</name>
    <message>
        <source>Labeling jobs</source>
        <translation>标注任务</translation>
    </message>
    <message>
        <source>Jobs of this project</source>
        <translation>此项目的任务</translation>
    </message>
    <message>
        <source>The chosen one is worked on; F2 or a double click renames</source>
        <translation>所选任务为当前任务；按 F2 或双击可重命名</translation>
    </message>
    <message>
        <source>Name of another job over the same samples</source>
        <translation>针对相同样本的另一任务的名称</translation>
    </message>
    <message>
        <source>Add a job</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>app::KeysPage</name>
    <message>
        <source>Use this key</source>
        <translation>使用此按键</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>As in the profile</source>
        <translation>同方案设置</translation>
    </message>
    <message>
        <source>Desktop (labelImg, labelme)</source>
        <translation>桌面（labelImg、labelme）</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>请按键</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>%1 is used more than once: %2</source>
        <translation>%1 被多次使用：%2</translation>
    </message>
</context>
<context>
    <name>app::Labelling</name>
    <message>
        <source>Labels of this job belong to objects: open a sample to draw them</source>
        <translation>此任务的标签属于对象：请打开样本进行绘制</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sample(s) without labels left as they are. Use “Nothing here” for those that hold nothing.</source>
        <translation>
            <numerusform>%Ln 个没有标签的样本保持不变。对其中没有内容的样本请使用“此处为空”。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LeadFlow</name>
    <message>
        <source>The file of this sample cannot be found.</source>
        <translation>找不到此样本的文件。</translation>
    </message>
    <message>
        <source>The project has no sample for this place: %1</source>
        <translation>项目中没有此位置的样本：%1</translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>All samples of this list are done</source>
        <translation>此列表的样本均已完成</translation>
    </message>
    <message>
        <source>This is the last sample of the list</source>
        <translation>已是列表的最后一个样本</translation>
    </message>
    <message>
        <source>This is the first sample of the list</source>
        <translation>已是列表的第一个样本</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
</context>
<context>
    <name>app::MarkSameDialog</name>
    <message>
        <source>Whole words only</source>
        <translation>仅整词</translation>
    </message>
    <message>
        <source>Capital and small letters alike</source>
        <translation>不区分大小写</translation>
    </message>
    <message>
        <source>Mark the same text</source>
        <translation>标注相同文本</translation>
    </message>
    <message>
        <source>In scripts that put blanks between words; Chinese and Japanese have no say</source>
        <translation>用于词间有空格的文字；对中文、日文不起作用</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Say which text to look for.</source>
        <translation>请输入要查找的文本。</translation>
    </message>
    <message>
        <source>The job has no label for text yet.</source>
        <translation>本任务还没有文本标签。</translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln place(s)</source>
        <translation>
            <numerusform>标注 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>app::Menus</name>
    <message>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Sample</source>
        <translation>样本(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>app::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Creates %1</source>
        <translation>将创建 %1</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>项目文件夹</translation>
    </message>
    <message>
        <source>Image classification</source>
        <translation>图像分类</translation>
    </message>
    <message>
        <source>Object detection</source>
        <translation>物体检测</translation>
    </message>
    <message>
        <source>Image segmentation</source>
        <translation>图像分割</translation>
    </message>
    <message>
        <source>Sound classification</source>
        <translation>声音分类</translation>
    </message>
    <message>
        <source>Speech content</source>
        <translation>语音内容</translation>
    </message>
    <message>
        <source>Speech segments</source>
        <translation>语音分割</translation>
    </message>
    <message>
        <source>Text classification</source>
        <translation>文本分类</translation>
    </message>
    <message>
        <source>Named entities</source>
        <translation>命名实体</translation>
    </message>
    <message>
        <source>Text triplets</source>
        <translation>文本三元组</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由格式</translation>
    </message>
    <message>
        <source>The project needs a name.</source>
        <translation>项目需要名称。</translation>
    </message>
    <message>
        <source>A name holds no slash; choose the folder below.</source>
        <translation>名称不能含斜杠；请在下方选择文件夹。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这样的文件夹。</translation>
    </message>
    <message>
        <source>The folder may not be written to.</source>
        <translation>该文件夹不可写入。</translation>
    </message>
    <message>
        <source>The folder holds a project of that name already.</source>
        <translation>该文件夹中已有同名项目。</translation>
    </message>
    <message>
        <source>The label “%1” has no name or is there twice.</source>
        <translation>标签“%1”没有名称，或出现了两次。</translation>
    </message>
    <message>
        <source>“%1”: there is no entity label “%2”.</source>
        <translation>“%1”：没有实体标签“%2”。</translation>
    </message>
</context>
<context>
    <name>app::ObjectActs</name>
    <message numerus="yes">
        <source>%Ln object(s) copied</source>
        <translation>
            <numerusform>已复制 %Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>The sample before has no objects to paste</source>
        <translation>前一个样本没有可粘贴的对象</translation>
    </message>
    <message>
        <source>There are no objects to copy</source>
        <translation>没有可复制的对象</translation>
    </message>
    <message>
        <source>This is the last sample</source>
        <translation>这是最后一个样本</translation>
    </message>
    <message>
        <source>Entities belong to their text. “Mark the same text” finds it again.</source>
        <translation>实体属于所在的文本。“标注相同文本”可再次找到它。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) copied</source>
        <translation>
            <numerusform>已复制 %Ln 段文本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PassageFlow</name>
    <message>
        <source>%1: cancelled. Nothing was changed.</source>
        <translation>%1：已取消，没有任何更改。</translation>
    </message>
    <message>
        <source>%1 entities drafted in %2 texts. Tab goes from one to the next, Enter accepts, Del rejects; Undo takes all of them back.</source>
        <translation>已在 %2 个文本中预标 %1 个实体。Tab 跳到下一个，回车接受，Del 拒绝；撤销可全部收回。</translation>
    </message>
    <message>
        <source>%1 places marked in %2 texts. Undo takes all of them back.</source>
        <translation>已在 %2 个文本中标注 %1 处。撤销可全部收回。</translation>
    </message>
</context>
<context>
    <name>app::PassagePreview</name>
    <message>
        <source>%1 places in %2 texts</source>
        <translation>%2 个文本中的 %1 处</translation>
    </message>
    <message>
        <source>%1 marked already</source>
        <translation>%1 处已标注</translation>
    </message>
    <message>
        <source>%1 left out: other entities are in the way</source>
        <translation>%1 处略过：与其他实体冲突</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>找到的位置</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>处数</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>第一处</translation>
    </message>
    <message>
        <source>and %1 more texts</source>
        <translation>还有 %1 个文本</translation>
    </message>
    <message>
        <source>Looking: %1 of %2 texts</source>
        <translation>正在查找：%2 个文本中的第 %1 个</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>本文本</translation>
    </message>
    <message>
        <source>The texts the list shows</source>
        <translation>列表中的文本</translation>
    </message>
    <message>
        <source>All texts of the project</source>
        <translation>项目中的全部文本</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>app::PathMapTable</name>
    <message>
        <source>Begins with</source>
        <translation>开头为</translation>
    </message>
    <message>
        <source>Is in the folder</source>
        <translation>位于文件夹</translation>
    </message>
    <message>
        <source>Folders of remote media</source>
        <translation>远程媒体的文件夹</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Folder of %1</source>
        <translation>%1 的文件夹</translation>
    </message>
</context>
<context>
    <name>app::PreviewTable</name>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>The first records</source>
        <translation>前几条记录</translation>
    </message>
</context>
<context>
    <name>app::ProjectActs</name>
    <message>
        <source>The project file is sound.</source>
        <translation>项目文件完好。</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln row(s))</source>
        <translation>
            <numerusform>%1（%Ln 行）</numerusform>
        </translation>
    </message>
    <message>
        <source>The project file has faults: %1. Close it and run “labelwright check --repair”.</source>
        <translation>项目文件有错误：%1。请关闭它并运行“labelwright check --repair”。</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>合并标签</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Find missing media</source>
        <translation>查找缺失媒体</translation>
    </message>
    <message>
        <source>%1 found again, %2 still missing.</source>
        <translation>重新找到 %1 个，仍缺失 %2 个。</translation>
    </message>
    <message>
        <source>Check the project file</source>
        <translation>检查项目文件</translation>
    </message>
</context>
<context>
    <name>app::ProjectFlow</name>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Labelwright projects (*.labelwright)</source>
        <translation>Labelwright 项目 (*.labelwright)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Make the demo</source>
        <translation>制作演示项目</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Read-only: %1 has this project open on %2 (process %3).</source>
        <translation>只读：%1 在 %2 上打开了此项目（进程 %3）。</translation>
    </message>
    <message>
        <source>Read-only: another program has this project open.</source>
        <translation>只读：另一程序打开了此项目。</translation>
    </message>
    <message>
        <source>Read-only: the project file may not be written.</source>
        <translation>只读：项目文件不可写入。</translation>
    </message>
    <message>
        <source>The project lies on a network drive. It is locked while it is open here, and writing is slower.</source>
        <translation>项目位于网络驱动器上。在此打开期间会被锁定，写入较慢。</translation>
    </message>
    <message>
        <source>The project file is damaged and opened read-only with what could be read. Export it or go back to a backup.</source>
        <translation>项目文件已损坏，以只读方式打开了可读取的部分。请导出，或回到备份。</translation>
    </message>
    <message>
        <source>The last session on this project did not end properly. Nothing is lost.</source>
        <translation>此项目的上次会话未正常结束。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>The project was brought to the form of this version. A backup was made before.</source>
        <translation>项目已升级到此版本的形式。升级前已做备份。</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>创建项目</translation>
    </message>
</context>
<context>
    <name>app::PublishDialog</name>
    <message>
        <source>%1 · %2 · %3 samples, %4 labeled, %5 annotations</source>
        <translation>%1 · %2 · %3 个样本，%4 个已标注，%5 个标注</translation>
    </message>
    <message>
        <source>Keep what is marked as hard</source>
        <translation>保留难例标记</translation>
    </message>
    <message>
        <source>Publish a version</source>
        <translation>发布版本</translation>
    </message>
    <message>
        <source> % for training, the rest for evaluation</source>
        <translation> % 用于训练，其余用于验证</translation>
    </message>
    <message>
        <source>The same seed splits the same samples in the same way</source>
        <translation>相同的种子以相同方式划分相同的样本</translation>
    </message>
    <message>
        <source>Versions so far</source>
        <translation>已有版本</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Folder of the versions</source>
        <translation>版本文件夹</translation>
    </message>
    <message>
        <source>A version needs a name of letters, digits, “_” and “-”.</source>
        <translation>版本名称只能包含字母、数字、“_”和“-”。</translation>
    </message>
    <message>
        <source>There is a version of that name.</source>
        <translation>已有同名版本。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这样的文件夹。</translation>
    </message>
</context>
<context>
    <name>app::RelinkDialog</name>
    <message>
        <source>Find missing media</source>
        <translation>查找缺失媒体</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Looking for the files of the samples…</source>
        <translation>正在查找样本的文件…</translation>
    </message>
    <message>
        <source>All %1 samples have their file. Look again to bring their marks up to date.</source>
        <translation>全部 %1 个样本的文件都在。再查找一次即可更新它们的标记。</translation>
    </message>
    <message>
        <source>%1 of %2 samples have no file where the project says. Choose where a store or a folder lies now; what is found there keeps its labels.</source>
        <translation>%2 个样本中有 %1 个在项目所记位置没有文件。请选择存储桶或文件夹现在所在的位置；在那里找到的样本保留其标签。</translation>
    </message>
    <message>
        <source>With these folders %1 of %2 are found.</source>
        <translation>用这些文件夹可找到 %2 个中的 %1 个。</translation>
    </message>
</context>
<context>
    <name>app::SampleBrowser</name>
    <message>
        <source>List the samples</source>
        <translation>列出样本</translation>
    </message>
</context>
<context>
    <name>app::Session</name>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Read the labels</source>
        <translation>读取标签</translation>
    </message>
    <message>
        <source>Keep the path maps</source>
        <translation>保存路径映射</translation>
    </message>
    <message>
        <source>Show the sample</source>
        <translation>显示样本</translation>
    </message>
    <message>
        <source>Change the project</source>
        <translation>更改项目</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Keep the place</source>
        <translation>记住位置</translation>
    </message>
</context>
<context>
    <name>app::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>zooms at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>scrolls (Ctrl zooms)</source>
        <translation>滚动（按 Ctrl 缩放）</translation>
    </message>
    <message>
        <source>Kept with each annotation you make; empty: your login</source>
        <translation>记录在您做的每个标注上；留空则用登录名</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>The wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Play a clip when it is opened to be classified</source>
        <translation>声音分类时，打开即播放</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>While you transcribe, playing goes on that much before the place it was paused at</source>
        <translation>转写时，暂停后继续播放会先回退这么多</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>After a pause go back</source>
        <translation>暂停后回退</translation>
    </message>
</context>
<context>
    <name>app::SilencesDialog</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>By how loud this sound is</source>
        <translation>按此音频的响度</translation>
    </message>
    <message>
        <source> dB</source>
        <translation> dB</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Draft segments from silences</source>
        <translation>按静音自动切分</translation>
    </message>
    <message>
        <source>Where the sound is louder than the threshold becomes a segment to confirm. Time that has segments already is left alone.</source>
        <translation>响度高于阈值的部分成为待确认的片段。已有片段的时间保持不变。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Shortest speech</source>
        <translation>最短语音</translation>
    </message>
    <message>
        <source>Shortest silence</source>
        <translation>最短静音</translation>
    </message>
    <message>
        <source>Added on both sides</source>
        <translation>两端各延长</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>切分</translation>
    </message>
    <message>
        <source>With these values no segment is made.</source>
        <translation>按这些取值不会产生片段。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s), %1 in all</source>
        <translation>
            <numerusform>%Ln 个片段，共 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SilencesFlow</name>
    <message>
        <source>The sound cannot be found.</source>
        <translation>找不到音频文件。</translation>
    </message>
    <message>
        <source>The sound is cut into segments already: there is no room for a draft.</source>
        <translation>音频已全部切分为片段，没有可以自动切分的部分。</translation>
    </message>
    <message>
        <source>Find silences</source>
        <translation>查找静音</translation>
    </message>
    <message>
        <source>%1 segments drafted. Tab goes from one to the next, Enter confirms, Del rejects; Undo takes all of them back.</source>
        <translation>已自动切分出 %1 个片段。按 Tab 逐个查看，Enter 确认，Del 拒绝；撤销可全部收回。</translation>
    </message>
</context>
<context>
    <name>app::SimilarityOrder</name>
    <message>
        <source>Sort by similarity</source>
        <translation>按相似度排序</translation>
    </message>
</context>
<context>
    <name>app::StartPage</name>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>None yet. Begin with a new project, or look around in the demo.</source>
        <translation>还没有。请新建项目，或在演示项目中看看。</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 已不存在</translation>
    </message>
    <message>
        <source>%1 of %2 labeled</source>
        <translation>%2 个中已标注 %1 个</translation>
    </message>
    <message>
        <source>Remove from this list; the project stays where it is</source>
        <translation>从此列表移除；项目保持原位</translation>
    </message>
    <message>
        <source>Label images, sounds and texts with keyboard and mouse. Every change is on disk as soon as it is made.</source>
        <translation>用键盘和鼠标标注图片、声音和文本。每次改动都立即写入磁盘。</translation>
    </message>
</context>
<context>
    <name>app::StatisticsDialog</name>
    <message>
        <source>Statistics of %1</source>
        <translation>%1 的统计</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Labeled</source>
        <translation>已标注</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Unlabeled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>难例</translation>
    </message>
    <message>
        <source>Media missing</source>
        <translation>媒体缺失</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Annotations by label</source>
        <translation>按标签统计标注</translation>
    </message>
    <message>
        <source>Annotations by author</source>
        <translation>按作者统计标注</translation>
    </message>
    <message>
        <source>Annotations by day</source>
        <translation>按日统计标注</translation>
    </message>
    <message>
        <source>Relations by label</source>
        <translation>各标签的关系数</translation>
    </message>
</context>
<context>
    <name>app::StatusLine</name>
    <message>
        <source>No samples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>%1 of %2 labeled</source>
        <translation>%2 个中已标注 %1 个</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Changes are not possible; a message at the top says why</source>
        <translation>无法更改；顶部的消息说明了原因</translation>
    </message>
    <message>
        <source>Every change is on disk as soon as it is made</source>
        <translation>每次更改立即写入磁盘</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Examines a project file; prints what is wrong with it. Status 1: something still is.</source>
        <translation>检查项目文件，列出其中的问题。状态 1：仍有问题。</translation>
    </message>
    <message>
        <source>mends what can be mended</source>
        <translation>修复可以修复的内容</translation>
    </message>
    <message>
        <source>Shows this help</source>
        <translation>显示此帮助</translation>
    </message>
    <message>
        <source>unknown option --%1</source>
        <translation>未知选项 --%1</translation>
    </message>
    <message>
        <source>unexpected argument: %1</source>
        <translation>多余的参数：%1</translation>
    </message>
    <message>
        <source>missing argument: %1</source>
        <translation>缺少参数：%1</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[选项]</translation>
    </message>
    <message>
        <source>labelwright COMMAND --help tells more of a command.</source>
        <translation>labelwright 命令 --help 显示该命令的说明。</translation>
    </message>
    <message>
        <source>see %1</source>
        <translation>参见 %1</translation>
    </message>
    <message>
        <source>--size: &apos;%1&apos; is not of the form 1600x1000</source>
        <translation>--size：“%1”不是 1600x1000 这样的形式</translation>
    </message>
    <message>
        <source>--%1: &apos;%2&apos; is none of: %3</source>
        <translation>--%1：“%2”不是以下之一：%3</translation>
    </message>
    <message>
        <source>--%1 needs --screenshot</source>
        <translation>--%1 需要 --screenshot</translation>
    </message>
    <message>
        <source>Opens the window, or renders it to a picture.</source>
        <translation>打开窗口，或将其渲染为图片。</translation>
    </message>
    <message>
        <source>the project to open</source>
        <translation>要打开的项目</translation>
    </message>
    <message>
        <source>renders the window to a picture, needs no display</source>
        <translation>将窗口渲染为图片，不需要显示器</translation>
    </message>
    <message>
        <source>the sample to show on the picture</source>
        <translation>图片上显示的样本</translation>
    </message>
    <message>
        <source>the size of the picture</source>
        <translation>图片的大小</translation>
    </message>
    <message>
        <source>the language of the window</source>
        <translation>窗口的语言</translation>
    </message>
    <message>
        <source>how the window looks</source>
        <translation>窗口的外观</translation>
    </message>
    <message>
        <source>tells the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>the two formats have no kind in common</source>
        <translation>两种格式没有共同的类型</translation>
    </message>
    <message>
        <source>missing option: --%1</source>
        <translation>缺少选项：--%1</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>正在转换</translation>
    </message>
    <message>
        <source>%1 samples, %2 annotations.</source>
        <translation>%1 个样本，%2 个标注。</translation>
    </message>
    <message>
        <source>Turns labels of one format into another, without a project.</source>
        <translation>不经项目，将一种格式的标签转换为另一种。</translation>
    </message>
    <message>
        <source>a manifest, a file or a folder</source>
        <translation>清单、文件或文件夹</translation>
    </message>
    <message>
        <source>the file or folder to write</source>
        <translation>要写入的文件或文件夹</translation>
    </message>
    <message>
        <source>the format of the source, see labelwright formats</source>
        <translation>来源的格式，见 labelwright formats</translation>
    </message>
    <message>
        <source>the format of the target</source>
        <translation>目标的格式</translation>
    </message>
    <message>
        <source>what is labelled, where both formats hold several kinds</source>
        <translation>标注的类型，用于两种格式都含多种类型时</translation>
    </message>
    <message>
        <source>writes what the format can hold, without the rest</source>
        <translation>写入格式能保存的内容，忽略其余</translation>
    </message>
    <message>
        <source>where remote media lie here; may be repeated</source>
        <translation>远程媒体在本机的位置；可重复</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>正在绘制</translation>
    </message>
    <message>
        <source>Writes a project of each kind to try, with painted media.</source>
        <translation>写出每种类型的试用项目，媒体为现场绘制。</translation>
    </message>
    <message>
        <source>the folder to write to</source>
        <translation>要写入的文件夹</translation>
    </message>
    <message>
        <source>missing option: --format</source>
        <translation>缺少选项：--format</translation>
    </message>
    <message>
        <source>the format cannot hold: %1 (%2 samples, e.g. %3)</source>
        <translation>格式无法保存：%1（%2 个样本，例如 %3）</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Writes samples and their labels in another format. What it cannot hold is said first.</source>
        <translation>以另一种格式写出样本及其标签。先说明其无法保存的内容。</translation>
    </message>
    <message>
        <source>the format, see labelwright formats</source>
        <translation>格式，见 labelwright formats</translation>
    </message>
    <message>
        <source>only these, e.g. &quot;label:car -state:labeled&quot;</source>
        <translation>仅这些，例如 &quot;label:car -state:labeled&quot;</translation>
    </message>
    <message>
        <source>an option of the format; may be repeated</source>
        <translation>格式的选项；可重复</translation>
    </message>
    <message>
        <source>writes counts and issues as JSON</source>
        <translation>将计数和问题写为 JSON</translation>
    </message>
    <message>
        <source>Lists the label formats it reads (r) and writes (w).</source>
        <translation>列出可读 (r) 和可写 (w) 的标注格式。</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>%1 of %2 samples are in the labeled state.</source>
        <translation>%2 个样本中有 %1 个处于已标注状态。</translation>
    </message>
    <message>
        <source>New: %1 samples, %2 annotations, %3 labels.</source>
        <translation>新增：%1 个样本，%2 个标注，%3 个标签。</translation>
    </message>
    <message>
        <source>%1 samples were there already.</source>
        <translation>%1 个样本已存在。</translation>
    </message>
    <message>
        <source>%1 media files were not found.</source>
        <translation>%1 个媒体文件未找到。</translation>
    </message>
    <message>
        <source>%1 records were refused.</source>
        <translation>拒绝了 %1 条记录。</translation>
    </message>
    <message>
        <source>%1 warnings.</source>
        <translation>%1 个警告。</translation>
    </message>
    <message>
        <source>Takes samples and their labels into a project. Refused records are listed on standard error (status 3).</source>
        <translation>将样本及其标签导入项目。被拒绝的记录列在标准错误中（状态 3）。</translation>
    </message>
    <message>
        <source>its format, see labelwright formats; without it, detected</source>
        <translation>其格式，见 labelwright formats；不指定则自动检测</translation>
    </message>
    <message>
        <source>takes the samples only</source>
        <translation>仅导入样本</translation>
    </message>
    <message>
        <source>what comes in waits to be confirmed</source>
        <translation>导入的内容等待确认</translation>
    </message>
    <message>
        <source>takes hard samples only</source>
        <translation>仅导入难例</translation>
    </message>
    <message>
        <source>takes only annotations of this label; may be repeated</source>
        <translation>仅导入此标签的标注；可重复</translation>
    </message>
    <message>
        <source>leaves annotations of this label out; may be repeated</source>
        <translation>排除此标签的标注；可重复</translation>
    </message>
    <message>
        <source>the first fault refuses it all and changes nothing</source>
        <translation>遇到第一处错误即全部拒绝，不作任何更改</translation>
    </message>
    <message>
        <source>--labels: &apos;%1&apos; is empty or named twice</source>
        <translation>--labels：“%1”为空或重复</translation>
    </message>
    <message>
        <source>missing option: --kind</source>
        <translation>缺少选项：--kind</translation>
    </message>
    <message>
        <source>Makes an empty project.</source>
        <translation>创建空项目。</translation>
    </message>
    <message>
        <source>what its job labels, e.g. object_detection</source>
        <translation>任务标注的类型，例如 object_detection</translation>
    </message>
    <message>
        <source>the name of its first labelling job</source>
        <translation>第一个标注任务的名称</translation>
    </message>
    <message>
        <source>--%1: no format &apos;%2&apos;; there are: %3</source>
        <translation>--%1：没有格式“%2”；可用：%3</translation>
    </message>
    <message>
        <source>--map: &apos;%1&apos; is not of the form s3://bucket=DIR</source>
        <translation>--map：“%1”不是 s3://bucket=DIR 这样的形式</translation>
    </message>
    <message>
        <source>--opt: &apos;%1&apos; is not of the form key=value</source>
        <translation>--opt：“%1”不是 key=value 这样的形式</translation>
    </message>
    <message>
        <source>--opt: the format has no option &apos;%1&apos;</source>
        <translation>--opt：此格式没有选项“%1”</translation>
    </message>
    <message>
        <source>--opt %1: no such value</source>
        <translation>--opt %1：没有这样的值</translation>
    </message>
    <message>
        <source>--kind: &apos;%1&apos; is none of: %2</source>
        <translation>--kind：“%1”不是以下之一：%2</translation>
    </message>
    <message>
        <source>the project file, NAME.labelwright</source>
        <translation>项目文件 NAME.labelwright</translation>
    </message>
    <message>
        <source>the labelling job; without it, the first</source>
        <translation>标注任务；不指定则为第一个</translation>
    </message>
    <message>
        <source>prints JSON</source>
        <translation>输出 JSON</translation>
    </message>
    <message>
        <source>--train: &apos;%1&apos; is not a number from 0 to 1</source>
        <translation>--train：“%1”不是 0 到 1 之间的数</translation>
    </message>
    <message>
        <source>--seed: &apos;%1&apos; is not a whole number</source>
        <translation>--seed：“%1”不是整数</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>正在发布</translation>
    </message>
    <message>
        <source>%1: %2 samples, %3 to train, %4 to evaluate.</source>
        <translation>%1：%2 个样本，%3 个训练，%4 个验证。</translation>
    </message>
    <message>
        <source>Writes a version as a ModelArts tree and records it in the project.</source>
        <translation>以 ModelArts 目录结构写出版本，并记录在项目中。</translation>
    </message>
    <message>
        <source>its name, e.g. V001</source>
        <translation>其名称，例如 V001</translation>
    </message>
    <message>
        <source>the folder; it gets annotation/VERSION/VERSION.manifest</source>
        <translation>文件夹；其中写入 annotation/VERSION/VERSION.manifest</translation>
    </message>
    <message>
        <source>share of the labeled samples that train; the others evaluate</source>
        <translation>已标注样本中用于训练的比例；其余用于验证</translation>
    </message>
    <message>
        <source>the same seed splits the same way</source>
        <translation>相同的种子产生相同的划分</translation>
    </message>
    <message>
        <source>tells what is hard</source>
        <translation>写出难例信息</translation>
    </message>
    <message>
        <source>kept with the version</source>
        <translation>与版本一同保存</translation>
    </message>
    <message>
        <source>Counts samples, states and, per label, annotations / samples.</source>
        <translation>统计样本、状态，以及每个标签的标注数 / 样本数。</translation>
    </message>
    <message>
        <source>--labels: &apos;%1&apos;: there is no entity label &apos;%2&apos;</source>
        <translation>--labels：“%1”：没有实体标签“%2”</translation>
    </message>
    <message>
        <source>--%1: not for jobs of the kind %2</source>
        <translation>--%1：不适用于 %2 类任务</translation>
    </message>
    <message>
        <source>labels to begin with; of triplets also relations: author(Book&gt;Person)</source>
        <translation>初始标签；三元组还可写关系：作者(书籍&gt;人物)</translation>
    </message>
    <message>
        <source>classification: a sample may have several labels</source>
        <translation>分类：一个样本可以有多个标签</translation>
    </message>
    <message>
        <source>segmentation: masks do not overlap</source>
        <translation>分割：掩码互不重叠</translation>
    </message>
    <message>
        <source>triplets: refuse or flag relations between entities their label does not allow</source>
        <translation>三元组：标签不允许的实体之间的关系，refuse 拒绝或 flag 标记</translation>
    </message>
    <message>
        <source>an option of the source&apos;s format; may be repeated</source>
        <translation>来源格式的选项；可重复</translation>
    </message>
    <message>
        <source>an option of the target&apos;s format; may be repeated</source>
        <translation>目标格式的选项；可重复</translation>
    </message>
    <message>
        <source>Lists samples: address, state, number of annotations and how a text or what is said begins, tab between.</source>
        <translation>列出样本：地址、状态、标注数，以及文本或语音内容的开头，以制表符分隔。</translation>
    </message>
    <message>
        <source>--label-class: &apos;%1&apos; has no name or is there twice</source>
        <translation>--label-class：“%1”没有名称或重复</translation>
    </message>
    <message>
        <source>entities: free, nested (one within another) or none (they share no text); segments of speech: free, none or gapless (each begins where one ends)</source>
        <translation>实体：free、nested（一个在另一个之内）或 none（不共用文本）；语音片段：free、none 或 gapless（首尾相接）</translation>
    </message>
    <message>
        <source>segments of speech carry what is said</source>
        <translation>语音片段带有语音内容</translation>
    </message>
    <message>
        <source>segments of speech: what else is chosen for each, may be given several times</source>
        <translation>语音片段：每个片段还要选择的类别，可多次给出</translation>
    </message>
</context>
<context>
    <name>widgets::AdjustPanel</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Only what is shown changes, never the file</source>
        <translation>只改变显示，绝不改动文件</translation>
    </message>
    <message>
        <source>Black at</source>
        <translation>黑场</translation>
    </message>
    <message>
        <source>White at</source>
        <translation>白场</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
</context>
<context>
    <name>widgets::AttributePanel</name>
    <message>
        <source>Truncated</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Occluded</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Difficult</source>
        <translation>困难</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>– (default: %1)</source>
        <translation>–（默认：%1）</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>几何</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择对象</translation>
    </message>
    <message>
        <source>Select an object to see its attributes.</source>
        <translation>选择一个对象以查看其属性。</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>widgets::ClassificationEditor</name>
    <message>
        <source>Image classification</source>
        <translation>图像分类</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Labels of this picture</source>
        <translation>此图片的标签</translation>
    </message>
</context>
<context>
    <name>widgets::ConvertPanel</name>
    <message>
        <source>Nothing here can be converted.</source>
        <translation>没有可转换的对象。</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>没有损失。</translation>
    </message>
    <message>
        <source>%1 px are lost, %2 px are added.</source>
        <translation>损失 %1 像素，增加 %2 像素。</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>How far, in pixels, the outline may lie from the edge of the mask</source>
        <translation>轮廓与掩码边缘最多相距多少像素</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>widgets::EntityEditor</name>
    <message>
        <source>Text triples</source>
        <translation>文本三元组</translation>
    </message>
    <message>
        <source>Named entities</source>
        <translation>命名实体</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>This sample has no text</source>
        <translation>此样本没有文本</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Mark with the current label</source>
        <translation>用当前标签标记</translation>
    </message>
    <message>
        <source>Relate two entities</source>
        <translation>关联两个实体</translation>
    </message>
    <message>
        <source>Line %1, character %2</source>
        <translation>第 %1 行，第 %2 个字符</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln 个实体</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relations</source>
        <translation>
            <numerusform>%Ln 个关系</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::EntityView</name>
    <message>
        <source>No relation begins at “%1”</source>
        <translation>没有以“%1”为起点的关系</translation>
    </message>
    <message>
        <source>“%1” cannot begin at “%2”</source>
        <translation>“%1”不能以“%2”为起点</translation>
    </message>
    <message>
        <source>There is no entity “%1” could lead to</source>
        <translation>没有“%1”可以指向的实体</translation>
    </message>
    <message>
        <source>Select the text it should cover · Enter keeps it · Esc leaves it as it is</source>
        <translation>选择实体应包含的文本 · Enter 确认 · Esc 保持原样</translation>
    </message>
    <message>
        <source>Which relation? Its digit, or ↑ ↓ and Enter · Esc leaves</source>
        <translation>选择关系：按数字键，或 ↑ ↓ 加 Enter · Esc 退出</translation>
    </message>
    <message>
        <source>%1: Tab for the next end (%2 of %3) · Enter connects · Esc goes back</source>
        <translation>%1：Tab 切换目标（%2/%3） · Enter 建立关系 · Esc 返回</translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message>
        <source>Click to remove this term</source>
        <translation>点击移除此条件</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>第 %1 个字符：%2</translation>
    </message>
    <message>
        <source>Filter: label:car -state:labeled hard:true</source>
        <translation>筛选：label:car -state:labeled hard:true</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>label: state: hard: name: text: folder: author: conf: batch: usage: prop: media:
Terms are joined by AND; OR, parentheses, - or NOT, &quot;quotes&quot;.</source>
        <translation>label: state: hard: name: text: folder: author: conf: batch: usage: prop: media:
条件之间为“且”；可用 OR、括号、- 或 NOT、&quot;引号&quot;。</translation>
    </message>
</context>
<context>
    <name>widgets::FindBar</name>
    <message>
        <source>Find in this text</source>
        <translation>在此文本中查找</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Not in this text</source>
        <translation>此文本中没有</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::GeometryFields</name>
    <message numerus="yes">
        <source>%1, %n points</source>
        <translation>
            <numerusform>%1，%n 个点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>W</source>
        <comment>width</comment>
        <translation>宽</translation>
    </message>
    <message>
        <source>H</source>
        <comment>height</comment>
        <translation>高</translation>
    </message>
    <message>
        <source>∠</source>
        <comment>angle</comment>
        <translation>∠</translation>
    </message>
    <message>
        <source>R</source>
        <comment>radius</comment>
        <translation>半径</translation>
    </message>
</context>
<context>
    <name>widgets::HistoryModel</name>
    <message>
        <source>Before these steps</source>
        <translation>这些步骤之前</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n changes</source>
        <translation>
            <numerusform>%1，%2，%n 处更改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation>尚无操作</translation>
    </message>
    <message>
        <source>Each step appears here and can be undone, also later.</source>
        <translation>每一步都会列在这里，以后也可以撤销。</translation>
    </message>
</context>
<context>
    <name>widgets::ImageEditor</name>
    <message>
        <source>Image editor</source>
        <translation>图像编辑器</translation>
    </message>
    <message>
        <source>Picture with its objects</source>
        <translation>图片及其对象</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Rotated rectangle</source>
        <translation>旋转矩形</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Polyline</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Accept proposal</source>
        <translation>接受建议</translation>
    </message>
    <message>
        <source>Reject proposal</source>
        <translation>拒绝建议</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>置于顶层</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>置于底层</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Outline by points (Alt takes away)</source>
        <translation>逐点勾勒（按住 Alt 减去）</translation>
    </message>
    <message>
        <source>Lasso (Alt takes away)</source>
        <translation>套索（按住 Alt 减去）</translation>
    </message>
    <message>
        <source>Fill by colour</source>
        <translation>按颜色填充</translation>
    </message>
    <message>
        <source>Intelligent scissors</source>
        <translation>智能剪刀</translation>
    </message>
    <message>
        <source>Object in a box</source>
        <translation>框内抠图</translation>
    </message>
    <message>
        <source>Four extreme points</source>
        <translation>四个极值点</translation>
    </message>
    <message numerus="yes">
        <source>%n labels hidden</source>
        <translation>
            <numerusform>已隐藏 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Masks to polygons</source>
        <translation>掩码转多边形</translation>
    </message>
    <message>
        <source>Shapes to masks</source>
        <translation>形状转掩码</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Goes on with the selected “%1”. Esc: a new object</source>
        <translation>继续绘制选中的“%1”。Esc：新对象</translation>
    </message>
    <message>
        <source>Erases from the object under the pointer</source>
        <translation>擦除指针下的对象</translation>
    </message>
    <message>
        <source>Makes a new “%1”</source>
        <translation>新建“%1”</translation>
    </message>
    <message>
        <source>Erases from the selected “%1”</source>
        <translation>擦除选中的“%1”</translation>
    </message>
</context>
<context>
    <name>widgets::IssueList</name>
    <message>
        <source>Save issues</source>
        <translation>保存问题列表</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>No issues.</source>
        <translation>没有问题。</translation>
    </message>
    <message numerus="yes">
        <source>%n issues, the first %1 are listed.</source>
        <translation>
            <numerusform>%n 个问题，列出前 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issues</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>问题列表</translation>
    </message>
</context>
<context>
    <name>widgets::IssueModel</name>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>所见内容</translation>
    </message>
</context>
<context>
    <name>widgets::JobsButton</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n issues</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs in progress</source>
        <translation>进行中的任务</translation>
    </message>
    <message>
        <source>Show the jobs in progress</source>
        <translation>显示进行中的任务</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n more</source>
        <translation>
            <numerusform>%1，另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::JobsPopup</name>
    <message>
        <source>Nothing is running.</source>
        <translation>没有正在运行的任务。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>widgets::LabelChips</name>
    <message>
        <source>Remove this label</source>
        <translation>移除此标签</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Verified: no label fits</source>
        <translation>已核实：没有合适的标签</translation>
    </message>
    <message>
        <source>No label yet: press a label&apos;s key</source>
        <translation>尚无标签：请按标签的按键</translation>
    </message>
</context>
<context>
    <name>widgets::LabelEditor</name>
    <message>
        <source>Edit label</source>
        <translation>编辑标签</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Values, separated by commas</source>
        <translation>可选值，用逗号分隔</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>添加属性</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>移除属性</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Default shape</source>
        <translation>默认形状</translation>
    </message>
    <message>
        <source>A label needs a name.</source>
        <translation>标签需要名称。</translation>
    </message>
    <message>
        <source>There is a label of this name already. Use “Merge into…” to unite them.</source>
        <translation>已有同名标签。请用“合并到…”把它们合并。</translation>
    </message>
    <message>
        <source>This key belongs to “%1”.</source>
        <translation>此按键属于“%1”。</translation>
    </message>
    <message>
        <source>This key does “%1” and would not choose the label.</source>
        <translation>此键用于“%1”，不会选择该标签。</translation>
    </message>
    <message>
        <source>any entity</source>
        <translation>任意实体</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>To</source>
        <translation>终点</translation>
    </message>
</context>
<context>
    <name>widgets::LabelModel</name>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%1, key %2, %n annotations</source>
        <translation>
            <numerusform>%1，按键 %2，%n 个标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Add relation “%1”</source>
        <translation>添加关系“%1”</translation>
    </message>
    <message>
        <source>Add entity “%1”</source>
        <translation>添加实体“%1”</translation>
    </message>
</context>
<context>
    <name>widgets::LabelPanel</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>合并到…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Find or add a label</source>
        <translation>查找或添加标签</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Label actions</source>
        <translation>标签操作</translation>
    </message>
    <message>
        <source>Edit, merge, order, delete</source>
        <translation>编辑、合并、排序、删除</translation>
    </message>
    <message>
        <source>No labels yet</source>
        <translation>尚无标签</translation>
    </message>
    <message>
        <source>Type a name above and press Enter.</source>
        <translation>在上方输入名称并按 Enter。</translation>
    </message>
    <message>
        <source>There is such a label already</source>
        <translation>已有这个标签</translation>
    </message>
    <message>
        <source>There is no entity label “%1”</source>
        <translation>没有实体标签“%1”</translation>
    </message>
</context>
<context>
    <name>widgets::MaskBar</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Diameter of the brush. [ and ], or Ctrl and the wheel</source>
        <translation>画笔直径。按 [ 和 ]，或按住 Ctrl 滚动滚轮</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>How much colours may differ within a fill. Drag to change</source>
        <translation>填充区域内颜色允许的差异。拖动可改变</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>How much masks cover the picture</source>
        <translation>掩码遮盖图像的程度</translation>
    </message>
    <message>
        <source>Drop specks below</source>
        <translation>去除小于此的碎块</translation>
    </message>
    <message>
        <source>Islands with fewer pixels are dropped</source>
        <translation>像素更少的独立区域会被去除</translation>
    </message>
    <message>
        <source>Grow, shrink, smooth by</source>
        <translation>扩张、收缩、平滑幅度</translation>
    </message>
    <message>
        <source>By how many pixels</source>
        <translation>多少像素</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Outlines only</source>
        <translation>只显示轮廓</translation>
    </message>
    <message>
        <source>Show where masks overlap</source>
        <translation>显示掩码重叠处</translation>
    </message>
    <message>
        <source>Show where nothing is labeled</source>
        <translation>显示未标注处</translation>
    </message>
    <message>
        <source>Amounts for the acts on masks</source>
        <translation>掩码操作的数值</translation>
    </message>
</context>
<context>
    <name>widgets::MergeLabelDialog</name>
    <message>
        <source>Merge label</source>
        <translation>合并标签</translation>
    </message>
    <message>
        <source>Label to merge into</source>
        <translation>合并到的标签</translation>
    </message>
    <message numerus="yes">
        <source>All annotations of “%1” get another label, then “%1” is deleted: %n annotations.</source>
        <translation>
            <numerusform>“%1”的所有标注改为另一标签，然后删除“%1”：%n 个标注。</numerusform>
        </translation>
    </message>
    <message>
        <source>This can be undone.</source>
        <translation>此操作可以撤销。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message numerus="yes">
        <source>All relations of “%1” get another label that allows their ends, then “%1” is deleted: %n relations.</source>
        <translation>
            <numerusform>“%1”的所有关系改用另一个允许其两端的标签，然后删除“%1”：共 %n 个关系。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no other label it could be merged into.</source>
        <translation>没有可以并入的其他标签。</translation>
    </message>
</context>
<context>
    <name>widgets::MessageBar</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>widgets::MessageLine</name>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>widgets::Minimap</name>
    <message>
        <source>Overview</source>
        <translation>缩略图</translation>
    </message>
</context>
<context>
    <name>widgets::ObjectModel</name>
    <message>
        <source>No label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
</context>
<context>
    <name>widgets::ObjectPanel</name>
    <message>
        <source>Change label</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>置于顶层</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>置于底层</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>已选 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n objects</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Drawing order</source>
        <translation>绘制顺序</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Sort objects by</source>
        <translation>对象排序方式</translation>
    </message>
    <message>
        <source>Delete selected objects</source>
        <translation>删除所选对象</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>No objects</source>
        <translation>没有对象</translation>
    </message>
    <message>
        <source>Draw on the picture to make the first one.</source>
        <translation>在图片上绘制第一个对象。</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Select text, then press the key of a label.</source>
        <translation>先选中文本，再按标签的快捷键。</translation>
    </message>
</context>
<context>
    <name>widgets::PictureCanvas</name>
    <message>
        <source>Reading the picture…</source>
        <translation>正在读取图片…</translation>
    </message>
</context>
<context>
    <name>widgets::Playback</name>
    <message>
        <source>Drag along the ruler or the waveform to mark a range first</source>
        <translation>请先在标尺或波形上拖动以选定范围</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>没有声音设备</translation>
    </message>
    <message>
        <source>The sound device stopped</source>
        <translation>声音设备已停止</translation>
    </message>
</context>
<context>
    <name>widgets::PreviewPopup</name>
    <message>
        <source>The file cannot be found</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>widgets::RelationModel</name>
    <message>
        <source>No label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头实体</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Tail</source>
        <translation>尾实体</translation>
    </message>
</context>
<context>
    <name>widgets::RelationPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 个中的 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n 个关系</numerusform>
        </translation>
    </message>
    <message>
        <source>No relations</source>
        <translation>没有关系</translation>
    </message>
    <message>
        <source>Drag from one entity to another, or press R on a selected one.</source>
        <translation>从一个实体拖到另一个，或选中实体后按 R。</translation>
    </message>
    <message>
        <source>No relation matches</source>
        <translation>没有匹配的关系</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter relations</source>
        <translation>筛选关系</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Label of the selected relation</source>
        <translation>所选关系的标签</translation>
    </message>
    <message>
        <source>Turn the selected relation round</source>
        <translation>反转所选关系的方向</translation>
    </message>
    <message>
        <source>Delete the selected relation</source>
        <translation>删除所选关系</translation>
    </message>
</context>
<context>
    <name>widgets::RemoveLabelDialog</name>
    <message>
        <source>Delete the label and its annotations</source>
        <translation>删除标签及其标注</translation>
    </message>
    <message>
        <source>Also remove the samples that have no other label</source>
        <translation>同时移除没有其他标签的样本</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>“%1” has %2 annotations in %3 samples.</source>
        <translation>“%1”有 %2 个标注，分布在 %3 个样本中。</translation>
    </message>
    <message>
        <source>The media files stay where they are. This can be undone.</source>
        <translation>媒体文件保持原位。此操作可以撤销。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>“%1” has %2 relations in %3 samples.</source>
        <translation>“%1”在 %3 个样本中有 %2 个关系。</translation>
    </message>
    <message>
        <source>Delete the label and its relations</source>
        <translation>删除标签及其关系</translation>
    </message>
    <message>
        <source>“%1” cannot be deleted: it is an end of relations.</source>
        <translation>不能删除“%1”：它是关系的一端。</translation>
    </message>
    <message>
        <source>Give these other ends, or delete them first:
%1</source>
        <translation>请先为下列关系改换两端，或先删除它们：
%1</translation>
    </message>
</context>
<context>
    <name>widgets::SampleGrid</name>
    <message>
        <source>%1 of %2 selected</source>
        <translation>已选 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Order of import</source>
        <translation>导入顺序</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Number of annotations</source>
        <translation>标注数量</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Reverse the order</source>
        <translation>反转顺序</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select what is in sight; again: all samples of the list (Ctrl+A)</source>
        <translation>选择可见的；再按一次：列表的全部样本 (Ctrl+A)</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Similarity to the current sample</source>
        <translation>与当前样本的相似度</translation>
    </message>
</context>
<context>
    <name>widgets::SampleList</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>widgets::SamplePanel</name>
    <message>
        <source>Hard (%1)</source>
        <translation>难例（%1）</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>难例</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>file damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Codes, for example 3-20</source>
        <translation>代码，例如 3-20</translation>
    </message>
    <message>
        <source>For whoever looks at this sample next</source>
        <translation>留给下一位查看此样本的人</translation>
    </message>
    <message>
        <source>Find missing files…</source>
        <translation>查找缺失文件…</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>No sample</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1 characters, %2 bytes</source>
        <translation>%1 个字符，%2 字节</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>widgets::SampleView</name>
    <message>
        <source>No sample matches</source>
        <translation>没有匹配的样本</translation>
    </message>
    <message>
        <source>Other states or another filter may show some.</source>
        <translation>其他状态或其他筛选可能会显示一些。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>尚无样本</translation>
    </message>
    <message>
        <source>Import a folder or a manifest to begin.</source>
        <translation>导入文件夹或清单即可开始。</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
</context>
<context>
    <name>widgets::SegmentDelegate</name>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
</context>
<context>
    <name>widgets::SegmentEditor</name>
    <message>
        <source>Speech segments</source>
        <translation>语音分割</translation>
    </message>
    <message>
        <source>Waveform with segments</source>
        <translation>带片段的波形</translation>
    </message>
    <message>
        <source>Table of segments</source>
        <translation>片段表</translation>
    </message>
    <message>
        <source>Select and move segments</source>
        <translation>选择和移动片段</translation>
    </message>
    <message>
        <source>Make segments by dragging</source>
        <translation>拖动创建片段</translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s)</source>
        <translation>
            <numerusform>%Ln 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Segments belong to their sound and are not carried over.</source>
        <translation>片段属于各自的音频，不能复制到别处。</translation>
    </message>
    <message>
        <source>Mark where the segment begins first.</source>
        <translation>请先标出片段的起点。</translation>
    </message>
    <message>
        <source>The playhead is in no segment.</source>
        <translation>播放头不在任何片段内。</translation>
    </message>
    <message>
        <source>Select a segment to merge it with the next, or several.</source>
        <translation>请选择一个片段与后一个合并，或选择多个片段。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) copied as text</source>
        <translation>
            <numerusform>已将 %Ln 个片段复制为文本</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the segment to loop.</source>
        <translation>请选择要循环播放的片段。</translation>
    </message>
</context>
<context>
    <name>widgets::SegmentModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Length (s)</source>
        <translation>时长（秒）</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>“%1” is no time. Write it as hours:minutes:seconds, for example 00:01:02.345.</source>
        <translation>“%1”不是时间。请按 时:分:秒 填写，例如 00:01:02.345。</translation>
    </message>
</context>
<context>
    <name>widgets::SoundClassificationEditor</name>
    <message>
        <source>Sound classification</source>
        <translation>声音分类</translation>
    </message>
    <message>
        <source>Labels of this sound</source>
        <translation>该声音的标签</translation>
    </message>
</context>
<context>
    <name>widgets::SoundPane</name>
    <message>
        <source>Waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>The sound cannot be found</source>
        <translation>找不到声音文件</translation>
    </message>
    <message>
        <source>What was labeled is kept. Find its folder (Project menu) to hear it.</source>
        <translation>标注仍然保留。请用“项目”菜单查找其所在文件夹后再播放。</translation>
    </message>
</context>
<context>
    <name>widgets::SpanFields</name>
    <message>
        <source>Begin</source>
        <translation>起</translation>
    </message>
    <message>
        <source>End</source>
        <translation>止</translation>
    </message>
    <message>
        <source>In characters as Unicode counts them (code points), from 0</source>
        <translation>按 Unicode 码点计数，从 0 开始</translation>
    </message>
</context>
<context>
    <name>widgets::SpectrogramDialog</name>
    <message>
        <source>Spectrogram</source>
        <translation>频谱图</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Below the waveform</source>
        <translation>在波形下方</translation>
    </message>
    <message>
        <source>Instead of the waveform</source>
        <translation>代替波形</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 个采样</translation>
    </message>
    <message>
        <source>Longer windows tell frequencies apart, shorter ones moments</source>
        <translation>窗口越长频率分得越清，越短时间分得越清</translation>
    </message>
    <message>
        <source>Rectangular</source>
        <translation>矩形窗</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Shape of the window</source>
        <translation>窗口形状</translation>
    </message>
    <message>
        <source>Palest colour at</source>
        <translation>最浅颜色</translation>
    </message>
    <message>
        <source>Fullest colour at</source>
        <translation>最深颜色</translation>
    </message>
</context>
<context>
    <name>widgets::SpeechContentEditor</name>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Verified: nothing is said</source>
        <translation>已确认：没有语音内容</translation>
    </message>
    <message>
        <source>By a machine, to be confirmed</source>
        <translation>机器结果，待确认</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Speech content</source>
        <translation>语音内容</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>语音内容</translation>
    </message>
    <message>
        <source>Type what you hear</source>
        <translation>请输入听到的内容</translation>
    </message>
    <message>
        <source>Tab plays and pauses · Shift+Tab goes back 2 s · Ctrl+Enter: done, next</source>
        <translation>Tab 播放/暂停 · Shift+Tab 后退 2 秒 · Ctrl+Enter 完成并转到下一个</translation>
    </message>
</context>
<context>
    <name>widgets::StateTabs</name>
    <message>
        <source>Samples by state</source>
        <translation>按状态查看样本</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1: %2 samples</source>
        <translation>%1：%2 个样本</translation>
    </message>
</context>
<context>
    <name>widgets::TextClassificationEditor</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text classification</source>
        <translation>文本分类</translation>
    </message>
    <message>
        <source>Labels of this text</source>
        <translation>此文本的标签</translation>
    </message>
    <message>
        <source>Words to highlight, separated by commas</source>
        <translation>要突出显示的词，用逗号分隔</translation>
    </message>
    <message>
        <source>Words to highlight</source>
        <translation>要突出显示的词</translation>
    </message>
    <message>
        <source>Highlight the names of the labels too</source>
        <translation>同时突出显示标签名称</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>已选 %1</translation>
    </message>
</context>
<context>
    <name>widgets::TextMarks</name>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
</context>
<context>
    <name>widgets::TransportBar</name>
    <message>
        <source>Back 2 seconds</source>
        <translation>后退 2 秒</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Forward 2 seconds</source>
        <translation>前进 2 秒</translation>
    </message>
    <message>
        <source>Loop the marked range, or all</source>
        <translation>循环选定的范围或全部</translation>
    </message>
    <message>
        <source>Speed; the pitch stays</source>
        <translation>速度（音高不变）</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>频谱图</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>widgets::WaveView</name>
    <message>
        <source>Waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Opening the sound…</source>
        <translation>正在打开音频…</translation>
    </message>
    <message>
        <source>There is nothing to hear in this file.</source>
        <translation>此文件中没有声音。</translation>
    </message>
    <message>
        <source>No spectrogram: %1</source>
        <translation>没有频谱图：%1</translation>
    </message>
    <message>
        <source>No single samples: %1</source>
        <translation>无法显示单个采样：%1</translation>
    </message>
    <message>
        <source>Reading… %1 %</source>
        <translation>正在读取… %1 %</translation>
    </message>
</context>
</TS>
